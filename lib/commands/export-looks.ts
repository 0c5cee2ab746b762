import 'server-only'
import { now } from '@/lib/adapters/clock'
import { looksTable } from '@/lib/adapters/looks-table'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import type { LookFilter } from '@/lib/domain/look-query'
import { looksFormats, looksJson, looksRow } from '@/lib/domain/looks-file'
import type { LooksFormat } from '@/lib/domain/looks-file'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import { parseReference } from '@/lib/domain/reference'
import { expectFresh } from '@/lib/domain/step-up'
import type { SignedIn } from '@/lib/domain/step-up'
import { roles } from '@/lib/domain/words'
import { translator } from '@/lib/i18n/translate'
import { lookersAt } from '@/lib/queries/who-saw'
import type { Looker } from '@/lib/queries/who-saw'
import { noteAboutLooks } from './note-about-looks'
import { noteNoEntry } from './note-no-entry'

/** What is taken out, and as what. */
interface Export {
  readonly typed: string
  readonly filter: LookFilter
  readonly format: string
}

/** A file, whole, in memory. */
interface LooksFile {
  readonly reference: string
  readonly format: LooksFormat
  readonly body: string
}

/**
 * Takes out who has seen a case. The audit has its row, committed, before there is a file; when the file is made the right to it is
 * asked for again, and whoever has lost it meanwhile gets none. DomainErrors: `forbidden`, which is audited; `step-up`; `invalid` for
 * what is no form; `not-found` for what is no reference.
 */
export async function exportLooks(
  by: SignedIn,
  { typed, filter, format: asked }: Export,
): Promise<LooksFile> {
  const { actor } = by
  if (!mayEnter(actor.role, 'audit')) return refuse(actor)
  const madeAt = now()
  expectFresh(by, 'export-looks', madeAt)
  const format = looksFormats.find((known) => known === asked)
  if (format === undefined) throw new DomainError('invalid')
  const reference = parseReference(typed)
  if (reference === null) throw new DomainError('not-found')
  const lookers = await asActor(actor, async (tx) => {
    if (!(await stillMay(tx))) return null
    const found = await lookersAt(tx, reference, filter)
    const detail = { format, people: found.length }
    await noteAboutLooks(tx, actor, { action: 'looks-exported', reference, detail })
    return found
  })
  if (lookers === null) return refuse(actor)
  const body = fileOf(format, lookers, { reference, madeAt, ...filter })
  return (await asActor(actor, stillMay)) ? { reference, format, body } : refuse(actor)
}

/** As the database knows them now: a session may be older than what has been changed about them. */
async function stillMay(tx: Transaction): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ role: string | null }[]>`SELECT desk_role() AS role`
  const role = roles.find((known) => known === row?.role)
  return role !== undefined && mayEnter(role, 'audit')
}

function fileOf(
  format: LooksFormat,
  lookers: readonly Looker[],
  about: Parameters<typeof looksJson>[0],
): string {
  const { reference } = about
  if (format === 'csv') return looksTable(reference, lookers, { t: translator('en'), force: currentForce() })
  return looksJson(
    about,
    lookers.map((looker) => looksRow(reference, looker)),
  )
}

async function refuse(actor: Actor): Promise<never> {
  await noteNoEntry(actor, 'audit')
  throw new DomainError('forbidden')
}
