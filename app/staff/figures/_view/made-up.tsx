import { Notice } from '@/components/ui/notice'
import type { Translate } from '@/lib/i18n/translate'
import { madeUpWords } from './made-up-words'

/** On a demonstration: that its figures are, on a screen and on paper. */
export function MadeUp({ t }: { readonly t: Translate }) {
  return madeUpWords(t).map((words) => (
    <Notice key={words} tone="warn">
      <p>{words}</p>
    </Notice>
  ))
}
