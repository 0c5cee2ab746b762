import { WordsBar } from '@/components/staff/work/words-bar'
import type { CasePageRead } from '../_act/read-page'

/** Says that words of hatred are folded away on the page, and how to read them. Nothing where there are none. */
export function CaseWords({ page }: { readonly page: CasePageRead }) {
  const { actor, headline, words, clock } = page
  if (words.count === 0) return null
  return <WordsBar {...words} reference={headline.reference} actorId={actor.id} t={clock.t} />
}

/** What stands on the page in the place of each; null where they are shown as they were written. */
export function foldedFor({ words, clock }: CasePageRead): string | null {
  return words.isShown ? null : clock.t('work.words.folded')
}
