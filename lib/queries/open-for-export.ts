import 'server-only'
import { z } from 'zod'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { Case } from '@/lib/db/generated/client'
import { localTime } from '@/lib/domain/calendar'
import { DomainError } from '@/lib/domain/errors'
import { impliedReason } from '@/lib/domain/opening-reason'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import type { Actor } from '@/lib/domain/policy'
import { roles } from '@/lib/domain/words'
import type { Role } from '@/lib/domain/words'
import type { IdentityReason } from '@/lib/domain/identity'
import type { Answers } from '@/lib/journey/definition'
import { wishOf } from '@/lib/journeys/kept-apart'
import type { StoredPlan } from '@/lib/journeys/stored-plan'
import type { ApartRow } from '@/lib/journeys/kept-apart'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { eventsForExport } from './events-for-export'
import type { ToldEvent } from './events-for-export'
import { findVisibleCase } from './find-visible-case'
import type { OpenedAgreement } from './open-agreements'
import type { OpenedFile } from './open-evidence'
import type { OpenedMessage } from './open-messages'
import { organisationName } from './organisation-name'
import { openLaterPlans } from './open-plan'
import { openSubmission } from './open-submission'
import { policyContext } from './policy-context'
import { revealIdentity } from './reveal-identity'
import { partLetters } from './written-letters'
import type { WrittenLetter } from './written-letters'

const sent = z.object({
  journey: z.string(),
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()])),
  apart: z.boolean().default(false),
})
const row = z.object({ questionId: z.string(), label: z.string(), value: z.string() })
const transcript = z.array(z.object({ title: z.string(), rows: z.array(row) }))
/** What was asked and answered of a plan, with the section it is in. */
interface HeldRow {
  readonly section: string
  readonly questionId: string
  readonly question: string
  readonly answer: string
}

/** All there is of one case, in the clear, for taking out what is the person's. */
export interface OpenedForExport {
  readonly found: Pick<
    Case,
    'reference' | 'kind' | 'channel' | 'status' | 'receivedAt' | 'closedAt' | 'disposition'
  >
  readonly language: string
  readonly journeyId: string
  readonly answers: z.infer<typeof sent>['answers']
  readonly transcript: z.infer<typeof transcript>
  /** Whether anything is kept apart, and what, where it was asked for. */
  readonly identity: { readonly given: boolean; readonly rows: readonly ApartRow[] }
  readonly messages: readonly OpenedMessage[]
  readonly agreements: readonly OpenedAgreement[]
  /** What was sent beside words. */
  readonly files: readonly OpenedFile[]
  /** How they may be reached, where that is not what they sent: as it was asked, and the answers. */
  readonly held: { readonly rows: readonly HeldRow[]; readonly answers: Answers } | null
  /** Texts and e-mails that were written to the person. */
  readonly letters: readonly WrittenLetter[]
  readonly events: readonly ToldEvent[]
  readonly looks: readonly { readonly role: Role; readonly day: string; readonly times: number }[]
  readonly hasEquality: boolean
  /** To which support services they agreed, by name. */
  readonly supports: readonly {
    readonly service: string
    /** Days, `YYYY-MM-DD`. */
    readonly agreed: string
    readonly told: string | null
    readonly ended: string | null
  }[]
}

/**
 * Opens a case for taking out one person's data, addresses too, each look a row of the audit before anything is opened. `identityReason`: why what
 * is kept apart is opened too; null where it is not. For whoever has just proved who they are. DomainErrors as `openSubmission`, and
 * `unreadable` where what is stored does not open.
 */
export async function openForExport(
  actor: Actor,
  reference: string,
  identityReason: IdentityReason | null,
): Promise<OpenedForExport> {
  const context = policyContext(true)
  try {
    const facts = await asActor(actor, (tx) => findVisibleCase(tx, actor, reference))
    const reason = impliedReason(actor, facts) ?? 'taking-out'
    const opened = await openSubmission(actor, reference, reason, context)
    const { journey, answers, apart } = sent.parse(JSON.parse(opened.fields.answers ?? ''))
    const rows =
      identityReason !== null && apart
        ? await revealIdentity(actor, reference, { reason: identityReason, wish: wishOf(answers) }, context)
        : []
    if (rows === null) throw new CannotOpenError()
    const beside = await asActor(actor, (tx) => besideOf(tx, actor, reference, opened.notes))
    return {
      ...beside,
      ...{ language: opened.locale, journeyId: journey, answers, messages: opened.messages },
      ...{ agreements: opened.agreements, files: opened.files },
      held: heldOf(opened.plan.stored),
      transcript: [
        ...transcript.parse(JSON.parse(opened.fields.transcript ?? '')),
        ...(opened.plan.version === 0 ? [] : await laterPlans(actor, reference, reason)),
      ],
      identity: { given: apart, rows },
    }
  } catch (error) {
    // What a parser says of it would hold words of it.
    if (error instanceof CannotOpenError || error instanceof z.ZodError || error instanceof SyntaxError)
      throw new DomainError('unreadable')
    throw error
  }
}

function heldOf(stored: StoredPlan | null): OpenedForExport['held'] {
  if (stored === null) return null
  const rows = stored.sections.flatMap(({ title, rows: asked }) =>
    asked.map(({ questionId, label, value }) => ({
      ...{ section: title, questionId, question: label, answer: value },
    })),
  )
  return { rows, answers: stored.answers }
}

/** How they said later that they may be reached, each time with its day. */
async function laterPlans(
  actor: Actor,
  reference: string,
  reason: OpeningReason,
): Promise<OpenedForExport['transcript']> {
  const plans = await openLaterPlans(actor, reference, reason)
  return plans.flatMap(({ sections, madeAt }) =>
    sections.map(({ title, rows }) => ({
      title: `${title} (${localTime(madeAt, currentForce()).toPlainDate().toString()})`,
      rows: [...rows],
    })),
  )
}

async function besideOf(
  tx: Transaction,
  actor: Actor,
  reference: string,
  notes: ReadonlyMap<string, string>,
) {
  const found = await findVisibleCase(tx, actor, reference)
  const { equalityBoxId } = await tx.submission.findUniqueOrThrow({
    where: { id: found.submissionId },
    select: { equalityBoxId: true },
  })
  return {
    found,
    hasEquality: equalityBoxId !== null,
    ...partLetters(await eventsForExport(tx, found.id, notes)),
    looks: await looksOf(tx, found.id),
    supports: await supportsOf(tx, found.id),
  }
}

async function supportsOf(tx: Transaction, caseId: string): Promise<OpenedForExport['supports']> {
  const rows = await tx.supportReferral.findMany({
    where: { caseId },
    orderBy: { madeAt: 'asc' },
    select: { service: true, agreedOn: true, toldAt: true, endedAt: true },
  })
  const dayOf = (at: Date | null) => at && localTime(at, currentForce()).toPlainDate().toString()
  return rows.map(({ service, agreedOn, toldAt, endedAt }) => ({
    service: organisationName(service) ?? service,
    agreed: agreedOn.toISOString().slice(0, 10),
    ...{ told: dayOf(toldAt), ended: dayOf(endedAt) },
  }))
}

async function looksOf(tx: Transaction, caseId: string): Promise<OpenedForExport['looks']> {
  const rows = await tx.$queryRaw<{ role: string; day: string; times: number }[]>`
    SELECT role, (at AT TIME ZONE ${currentForce().timeZone})::date::text AS day, count(*)::integer AS times
      FROM audit_event WHERE case_id = ${caseId}::uuid AND action = 'opened' AND actor_id IS NOT NULL
     GROUP BY 1, 2 ORDER BY 2, 1`
  return rows.flatMap((one) => {
    const known = roles.find((each) => each === one.role)
    return known === undefined ? [] : [{ ...one, role: known }]
  })
}
