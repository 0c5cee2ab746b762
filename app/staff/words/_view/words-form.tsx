import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { longestForceWords } from '@/lib/domain/force-words'
import type { Translate } from '@/lib/i18n/translate'
import type { OwnForceWords } from '@/lib/queries/own-force-words'

interface Props {
  readonly actorId: string
  readonly standing: string
  readonly locale: string
  /** The product's words in that language. */
  readonly given: string
  readonly own: OwnForceWords | undefined
  /** What was typed and not kept. */
  readonly typed: string | undefined
  readonly t: Translate
}

/** One sentence in one language: the product's words, the force's own, how they would read, and the way back. */
export function WordsForm({ actorId, standing, locale, given, own, typed, t }: Props) {
  const id = `${standing}-${locale}`
  return (
    <form method="post" action={staffPaths.wordsSet} className="card grid gap-3">
      <input type="hidden" name="shown-to" value={actorId} />
      <input type="hidden" name="key" value={standing} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="version" value={own?.version ?? 0} />
      <label className="label" htmlFor={id}>
        {t('agreeing.words.label', { language: t(`agreeing.words.language.${locale}`) })}
      </label>
      <p id={`${id}-given`} className="text-sm text-ink-soft" lang={locale}>
        {t('agreeing.words.given', { words: given })}
      </p>
      <textarea
        id={id}
        name="words"
        rows={3}
        lang={locale}
        dir="auto"
        maxLength={longestForceWords}
        defaultValue={typed ?? own?.words}
        aria-describedby={`${id}-given`}
        className="input"
      />
      <div className="flex flex-wrap gap-2">
        <Button name="act" value="own">
          {t('agreeing.words.save')}
        </Button>
        <Button look="quiet" name="act" value="preview">
          {t('agreeing.words.preview')}
        </Button>
        {own === undefined ? null : (
          <Button look="quiet" name="act" value="given">
            {t('agreeing.words.back')}
          </Button>
        )}
      </div>
      {own === undefined ? null : (
        <p className="text-sm text-ink-soft">{t('agreeing.words.by', { who: own.madeBy })}</p>
      )}
    </form>
  )
}
