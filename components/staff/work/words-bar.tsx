import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly reference: string
  readonly actorId: string
  /** How many words of hatred are in what the page shows. */
  readonly count: number
  readonly isShown: boolean
  readonly t: Translate
}

/** Says that words of hatred are folded away, and shows them to whoever asks; or that they are shown this once. */
export function WordsBar({ reference, actorId, count, isShown, t }: Props) {
  if (isShown) return <p className="notice py-2">{t('work.words.shown')}</p>
  return (
    <div className="notice py-2">
      <p>{t('work.words.hidden', { count })}</p>
      <form method="post" action={staffPaths.caseAction(reference, 'words')} className="mt-2">
        <input type="hidden" name="shown-to" value={actorId} />
        <Button look="quiet">{t('work.words.show')}</Button>
      </form>
    </div>
  )
}
