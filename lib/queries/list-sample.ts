import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { weeksEnded } from '@/lib/domain/looking/sample'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import { isUuid } from '@/lib/domain/uuid'

const mostShown = 100
/** The figures are of the last week and of so many. */
const weeksBack = 4

/** A look that was drawn, as whoever signs it sees it. */
interface SampledLook {
  readonly id: string
  /** Midnight UTC of the Monday its week begins on. */
  readonly week: Date
  readonly who: string
  readonly role: string | null
  readonly at: Date
  readonly reference: string | null
  readonly reason: string | null
  /** Whether the asker sees the case, so that they can open it. */
  readonly seesCase: boolean
}

/** How many looks were drawn, how many are signed, and how many of those that wait are the asker's own. */
interface SampleFigure {
  readonly drawn: number
  readonly signed: number
  readonly own: number
}

interface Sample {
  readonly looks: readonly SampledLook[]
  /** Others wait, of later weeks or further names. */
  readonly more: boolean
  readonly lastWeek: SampleFigure
  readonly lastWeeks: SampleFigure
}

/**
 * Looks that were drawn and wait for somebody to sign, the oldest first, and how many of the last weeks are signed. None of the asker's own.
 * DomainError `forbidden` for whoever does not answer for looking.
 */
export async function listSample(actor: Actor): Promise<Sample> {
  if (!mayEnter(actor.role, 'audit')) throw new DomainError('forbidden')
  const weeks = weeksEnded(now(), currentForce(), weeksBack)
  return asActor(actor, async (tx) => {
    const figures = await tx.$queryRaw<(SampleFigure & { readonly week: string })[]>`
      SELECT week::text, drawn, signed, own FROM look_sample_figures(${weeks[0]?.monday ?? ''}::date)`
    const last = weeks.at(-1)?.monday
    const looks = await waiting(tx)
    return {
      looks: looks.slice(0, mostShown),
      more: looks.length > mostShown,
      lastWeek: sum(figures.filter(({ week }) => week === last)),
      lastWeeks: sum(figures),
    }
  })
}

function waiting(tx: Transaction): Promise<readonly SampledLook[]> {
  return tx.$queryRaw<SampledLook[]>`
    SELECT s.id::text, s.week, a.name AS who, e.role, e.at, e.reference, e.detail->>'reason' AS reason,
           EXISTS (SELECT FROM "case" c WHERE c.id = s.case_id) AS "seesCase"
      FROM look_sample s JOIN account a ON a.id = s.actor_id JOIN audit_event e ON e.seq = s.seq
     WHERE s.force = ${currentForce().id} AND s.signed_at IS NULL
     ORDER BY s.week, a.name, s.seq LIMIT ${mostShown + 1}`
}

function sum(figures: readonly SampleFigure[]): SampleFigure {
  const total = (name: keyof SampleFigure) => figures.reduce((all, one) => all + one[name], 0)
  return { drawn: total('drawn'), signed: total('signed'), own: total('own') }
}

/**
 * The reference of the case of a look that waits to be signed by `actor`; null where there is none, or none they may sign, so that nobody is
 * let into a case by the sample for another reason than the sample.
 */
export async function sampledReference(actor: Actor, sampleId: string): Promise<string | null> {
  if (!mayEnter(actor.role, 'audit') || !isUuid(sampleId)) return null
  const found = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ reference: string }[]>`
      SELECT c.reference FROM look_sample s JOIN "case" c ON c.id = s.case_id
       WHERE s.id = ${sampleId}::uuid AND s.signed_at IS NULL`,
  )
  return found[0]?.reference ?? null
}
