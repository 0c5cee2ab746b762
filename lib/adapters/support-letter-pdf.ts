import 'server-only'
import { openPage, scriptsMissing } from './tagged-pdf'
import type { Wording } from './tagged-pdf'

/** What a support service is told of somebody who agreed to it. */
export interface SupportLetter {
  readonly service: string
  readonly force: string
  /** The day they agreed, in words. */
  readonly agreed: string
  /** Somebody who speaks for them said so. */
  readonly isSaidForThem: boolean
  readonly contact: readonly (readonly [question: string, answer: string])[]
  /** What happened; null where they did not agree to that. */
  readonly account: readonly string[] | null
}

/** A letter to a support service: tagged, with a title and a language, and nothing in it that was not agreed to. */
export async function supportLetterPdf(
  letter: SupportLetter,
  { t }: Pick<Wording, 't'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { service, force, agreed, isSaidForThem, contact, account } = letter
  const page = openPage(t('waysOut.letter.title', { service }))
  page.heading('H1', t('waysOut.letter.title', { service }))
  page.text(t(`waysOut.letter.${isSaidForThem ? 'leadFor' : 'lead'}`, { force, service, agreed }))
  if (scriptsMissing(page, letter)) page.text(t('exporting.file.scripts'))
  page.heading('H2', t('waysOut.letter.contact'))
  page.text(t('waysOut.letter.contactLead'))
  for (const [question, answer] of contact) page.pair(question, answer)
  if (account !== null) page.heading('H2', t('waysOut.letter.account'))
  for (const text of account ?? []) page.text(text)
  page.heading('H2', t('waysOut.letter.keep'))
  page.text(t('waysOut.letter.keepMore'))
  return page.end()
}
