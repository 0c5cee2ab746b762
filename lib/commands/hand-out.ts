import 'server-only'
import { now } from '@/lib/adapters/clock'
import { handOverPdf } from '@/lib/adapters/hand-over-pdf'
import { currentForce } from '@/lib/config/current-force'
import { DomainError } from '@/lib/domain/errors'
import type { SignedIn } from '@/lib/domain/step-up'
import { exportFormats } from '@/lib/domain/subject-access'
import type { ExportFormat } from '@/lib/domain/subject-access'
import { handOverParts } from '@/lib/domain/ways-out/hand-over-document'
import type { HandOverPart } from '@/lib/domain/ways-out/hand-over-document'
import { openHandOver } from '@/lib/queries/hand-over-data'
import { today } from './journey-setting'
import { givingOut, writeHandOut } from './note-hand-out'
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
  const { reference } = choice
  const { parts, format } = read(choice)
  const detail = { recipient: 'records-system', parts: parts.join(' '), format }
  const out = { reference, detail, why: requireWords(choice.why) }
  return givingOut(by, out, writeHandOut, async (found) => {
    const chosen = { madeFor: 'records-system', parts, at: now() } as const
    const { document, t } = await openHandOver(by.actor, found, chosen)
    const body =
      format === 'json'
        ? `${JSON.stringify(document, null, 2)}\n`
        : await handOverPdf(document, { t, timeZone: currentForce().timeZone })
    return { name: `${reference}-${today()}.${format}`, format, body }
  })
}

function read({ parts, format }: Choice) {
  const chosen = handOverParts.filter((known): known is HandOverPart => parts.includes(known))
  const kind = exportFormats.find((known): known is ExportFormat => known === format)
  if (chosen.length === 0 || kind === undefined) throw new DomainError('invalid')
  return { parts: chosen, format: kind }
}
