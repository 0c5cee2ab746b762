import { readyFiles } from '@/lib/commands/evidence/file-rows'
import { publicPaths } from '@/lib/config/paths'
import type { DraftFiles } from '@/lib/drafts/draft'
import { translator } from '@/lib/i18n/translate'
import type { Locale } from '@/lib/i18n/locales'

interface Props {
  readonly journeyId: string
  readonly files: DraftFiles | null | undefined
  readonly locale: Locale
}

/** How many files go with it, how many do not because they did not arrive whole, and the way to add some, which nobody has to take. */
export function FilesPart({ journeyId, files, locale }: Props) {
  const t = translator(locale)
  const count = readyFiles(files).length
  const broken = (files?.held.length ?? 0) - count
  return (
    <section className="mb-10">
      <h2 className="mb-3 text-lg">{t('files.check.title')}</h2>
      {broken === 0 ? null : (
        <p className="notice tone-warn mb-3">{t('files.check.broken', { count: broken })}</p>
      )}
      <p>{count === 0 ? t('files.check.none') : t('files.check.count', { count })}</p>
      <p>
        <a href={publicPaths.files(locale, journeyId)} className="inline-block py-1 font-semibold">
          {t(count + broken === 0 ? 'files.check.add' : 'files.check.change')}
        </a>
      </p>
    </section>
  )
}
