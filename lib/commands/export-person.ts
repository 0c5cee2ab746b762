import 'server-only'
import { now } from '@/lib/adapters/clock'
import { personPdf } from '@/lib/adapters/person-pdf'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { readWords } from '@/lib/domain/black-out'
import { factsOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import { identityFor, readRecipient } from '@/lib/domain/export-recipient'
import type { Recipient } from '@/lib/domain/export-recipient'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { expectFresh } from '@/lib/domain/step-up'
import type { SignedIn } from '@/lib/domain/step-up'
import { exportFormats, exportReasons, mostExported, subjectAccess } from '@/lib/domain/subject-access'
import type { ExportFormat, ExportReason, SubjectAccess } from '@/lib/domain/subject-access'
import { translator } from '@/lib/i18n/translate'
import { withEndings } from '@/lib/i18n/with-endings'
import { findVisibleCase } from '@/lib/queries/find-visible-case'
import { openForExport } from '@/lib/queries/open-for-export'
import { personData } from '@/lib/queries/person-data'
import { policyContext } from '@/lib/queries/policy-context'
import { recordTypeNames } from '@/lib/queries/record-types'
import { sealBox } from '@/lib/sealing/seal'
import { boxRow } from './intake-rows'
import { today } from './journey-setting'
import { noteRefusal } from './note-refusal'

/** What somebody chose on the form, as it was posted. */
interface Choice {
  readonly references: readonly string[]
  readonly reason: string
  /** To whom it is given: a code, or the name of a court. */
  readonly recipient: string
  readonly format: string
  /** Ids of history entries whose words are given. */
  readonly notes: readonly string[]
  readonly withIdentity: boolean
  /** To black out, one to a line. */
  readonly words: string
}

/** A file, whole, in memory. Its name is a reference and a day. */
interface PersonFile {
  readonly name: string
  readonly format: ExportFormat
  readonly body: string | Uint8Array<ArrayBuffer>
}

/**
 * Takes out one person's data from the cases that are theirs. The audit and each case's history have their row, committed, before anything is
 * opened; the file is made in memory, and then the right to it is asked for again: whoever has lost it meanwhile gets none, and that is audited
 * too. What the person told about who they are goes to themselves or, where a court requires it, to that court. DomainErrors: `step-up`, `invalid`, `not-found`, `forbidden`, `erased`, `unreadable`.
 */
export async function exportPerson(by: SignedIn, choice: Choice): Promise<PersonFile> {
  const { actor } = by
  const { references, words, reason, format, recipient } = read(choice)
  expectFresh(by, 'export', now())
  try {
    const identityReason = choice.withIdentity ? identityFor(reason) : null
    if (choice.withIdentity && identityReason === null) throw new DomainError('forbidden')
    const detail = {
      ...{
        reason,
        recipient: recipient.code,
        format,
        cases: references.length,
        notes: choice.notes.length,
        words: words.length,
      },
      identity: choice.withIdentity,
    }
    await noteExports(actor, references, detail, recipient)
    const t = withEndings(translator('en'), await recordTypeNames(actor))
    const given = { notes: new Set(choice.notes), words }
    const cases: SubjectAccess['cases'] = []
    for (const reference of references)
      cases.push(personData(await openForExport(actor, reference, identityReason), given, t))
    const data = subjectAccess.parse({
      ...{ schema: 'subject-access/1', madeAt: now().toISOString(), force: currentForce().name, reason },
      ...{ includesIdentity: choice.withIdentity, blackedOut: words.length, cases },
    })
    const body =
      format === 'json'
        ? `${JSON.stringify(data, null, 2)}\n`
        : await personPdf(data, { t, timeZone: currentForce().timeZone })
    await asActor(actor, (tx) => expectStill(tx, actor, references))
    return { name: `${references[0] ?? ''}-${today()}.${format}`, format, body }
  } catch (error) {
    if (error instanceof DomainError && (error.code === 'forbidden' || error.code === 'not-found'))
      for (const reference of references)
        await noteRefusal(actor, reference, { attempted: 'export', code: error.code })
    throw error
  }
}

function read({ references, reason, format, words, recipient }: Choice) {
  const found = {
    references: [...new Set(references)],
    reason: exportReasons.find((known): known is ExportReason => known === reason),
    format: exportFormats.find((known): known is ExportFormat => known === format),
    words: readWords(words),
  }
  const { length } = found.references
  if (found.reason === undefined || found.format === undefined || length === 0 || length > mostExported)
    throw new DomainError('invalid')
  const to = readRecipient(found.reason, recipient, currentForce())
  return { ...found, reason: found.reason, format: found.format, recipient: to }
}

/** A row for each case, or none for any. What a court is called is sealed in the history of each, and goes with it. */
async function noteExports(
  actor: Actor,
  references: readonly string[],
  detail: Readonly<Record<string, string | number | boolean>>,
  { court }: Recipient,
): Promise<void> {
  const at = now()
  const boxes = new Map<string, string>()
  for (const reference of court === null ? [] : references)
    boxes.set(reference, JSON.stringify(boxRow(await sealBox('note', { text: court ?? '' }), at)))
  await asActor(actor, async (tx) => {
    for (const reference of references) {
      const { id } = await expectMay(tx, actor, reference)
      const [row] = await tx.$queryRaw<{ noted: boolean }[]>`
        SELECT note_export(${id}::uuid, ${at}::timestamptz, ${JSON.stringify(detail)}::jsonb,
                           ${boxes.get(reference) ?? null}::jsonb) AS noted`
      if (row?.noted !== true) throw new DomainError('forbidden')
    }
  })
}

async function expectMay(tx: Transaction, actor: Actor, reference: string) {
  const found = await findVisibleCase(tx, actor, reference)
  if (!can(actor, 'export', factsOf(found), policyContext(true))) throw new DomainError('forbidden')
  if (found.erasedAt !== null) throw new DomainError('erased')
  return found
}

/** As the database knows them now: whoever asked may have another role, or none, by the time the file is made. */
async function expectStill(tx: Transaction, actor: Actor, references: readonly string[]): Promise<void> {
  for (const reference of references) {
    const { id } = await expectMay(tx, actor, reference)
    const [row] = await tx.$queryRaw<{ may: boolean | null }[]>`
      SELECT desk_role() = 'supervisor' AND desk_opens(${id}::uuid) AS may`
    if (row?.may !== true) throw new DomainError('forbidden')
  }
}
