import 'server-only'
import { staffPaths } from '@/lib/config/paths'
import { countHateful } from '@/lib/domain/hate-words/hate-words'
import type { Actor } from '@/lib/domain/policy'
import type { OpenedCase } from '@/lib/queries/open-case'
import { showOnce, shownOnce } from '../../../_http/kept-form'

/** Has the page of a case show words of hatred as they were written to `actor` the next time, and only then. */
export function askForWords(actor: Actor, reference: string): Promise<void> {
  return showOnce(
    actor,
    { page: staffPaths.case(reference), form: 'words', fields: ['reference'] },
    { reference },
  )
}

/** How many words of hatred are in what a page shows, and whether it shows them. */
export interface WordsOfHatred {
  readonly count: number
  readonly isShown: boolean
}

/** Of a case that was opened: in what was sent and in messages. They are counted to be folded, and kept nowhere. */
export async function wordsOnce(
  actor: Actor,
  reference: string,
  { transcript, inEnglish, messages }: Pick<OpenedCase, 'transcript' | 'inEnglish' | 'messages'>,
): Promise<WordsOfHatred> {
  const sent = [...transcript, ...(inEnglish ?? [])].flatMap(({ rows }) => rows.map(({ value }) => value))
  const texts = [...sent, ...messages.map(({ text }) => text ?? '')]
  const count = texts.reduce((sum, text) => sum + countHateful(text), 0)
  const isShown = count > 0 && (await shownOnce(actor, staffPaths.case(reference), 'words')) !== null
  return { count, isShown }
}
