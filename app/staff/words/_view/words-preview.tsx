import { Notice } from '@/components/ui/notice'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly words: string
  readonly locale: string
  readonly t: Translate
}

/** How a sentence would read on the page for return codes. Nothing is kept yet. */
export function WordsPreview({ words, locale, t }: Props) {
  return (
    <section id="preview" aria-labelledby="preview-title" className="mb-6">
      <h2 id="preview-title" className="mb-2 text-lg">
        {t('agreeing.words.previewTitle')}
      </h2>
      <Notice tone="good">
        <p className="text-lg font-semibold break-words" lang={locale} dir="auto">
          {words}
        </p>
      </Notice>
    </section>
  )
}
