import 'server-only'
import { now } from '@/lib/adapters/clock'
import { handOverPdf } from '@/lib/adapters/hand-over-pdf'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { expectFresh } from '@/lib/domain/step-up'
import type { SignedIn } from '@/lib/domain/step-up'
import { exportFormats } from '@/lib/domain/subject-access'
import type { ExportFormat } from '@/lib/domain/subject-access'
import { handOverParts } from '@/lib/domain/ways-out/hand-over-document'
import type { HandOverPart } from '@/lib/domain/ways-out/hand-over-document'
import { translator } from '@/lib/i18n/translate'
import { withEndings } from '@/lib/i18n/with-endings'
import { handOverData } from '@/lib/queries/hand-over-data'
import { openForExport } from '@/lib/queries/open-for-export'
import { recordTypeNames } from '@/lib/queries/record-types'
import { today } from './journey-setting'
import { expectMayHandOut, noteHandOut } from './note-hand-out'
import { orNoteHandOutRefusal } from './note-hand-out-refusal'
import { requireWords } from './require-words'

/** What somebody chose on the form, as it was posted. */
interface Choice {
  readonly reference: string
  readonly parts: readonly string[]
  readonly format: string
  readonly why: string
}

/** A document, whole, in memory. Its name is a reference and a day. */
interface HandOverFile {
  readonly name: string
  readonly format: ExportFormat
  readonly body: string | Uint8Array<ArrayBuffer>
}

/**
 * Makes a hand-over document for the force's records system. History and audit have their row, committed, before anything is opened; then the
 * right is asked for again: whoever lost it meanwhile gets none. DomainErrors: `step-up`, `invalid`, `not-found`, `forbidden`, `erased`, `unreadable`.
 */
export async function handOut(by: SignedIn, choice: Choice): Promise<HandOverFile> {
  const { actor } = by
  const { reference } = choice
  const { parts, format } = read(choice)
  const why = requireWords(choice.why)
  expectFresh(by, 'hand-out', now())
  return orNoteHandOutRefusal(actor, reference, async () => {
    const detail = { recipient: 'records-system', parts: parts.join(' '), format }
    const found = await noteHandOut(actor, reference, detail, why)
    const t = withEndings(translator('en'), await recordTypeNames(actor))
    const force = currentForce()
    const opened = await openForExport(actor, reference, null)
    const chosen = { madeFor: 'records-system', parts, at: now() } as const
    const data = handOverData(found, opened, chosen, { force, t })
    const body =
      format === 'json'
        ? `${JSON.stringify(data, null, 2)}\n`
        : await handOverPdf(data, { t, timeZone: force.timeZone })
    await asActor(actor, (tx) => expectMayHandOut(tx, actor, reference))
    return { name: `${reference}-${today()}.${format}`, format, body }
  })
}

function read({ parts, format }: Choice) {
  const chosen = handOverParts.filter((known): known is HandOverPart => parts.includes(known))
  const kind = exportFormats.find((known): known is ExportFormat => known === format)
  if (chosen.length === 0 || kind === undefined) throw new DomainError('invalid')
  return { parts: chosen, format: kind }
}
