import { currentForce } from '@/lib/config/current-force'
import { isDemonstration } from '@/lib/config/demonstration'
import { publicPaths } from '@/lib/config/paths'
import type { OpenTerms } from '@/lib/domain/force'
import type { Locale } from '@/lib/i18n/locales'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly t: Translate
  readonly locale: Locale
  readonly terms: OpenTerms
  readonly hasFile: boolean
}

/** How the counts are made and what is held back, under which licence they are given, and where their file is. What is made up is given under none. */
export function HowMade({ t, locale, terms, hasFile }: Props) {
  const { name, statistics } = currentForce()
  const isMadeUp = isDemonstration()
  return (
    <div className="prose max-w-measure pt-6">
      <h2>{t('openData.howTitle')}</h2>
      <p>{t('openData.how1')}</p>
      <p>{t('openData.how2', { under: statistics.minimum - 1 })}</p>
      <p>{t('openData.how3')}</p>
      {isMadeUp && !hasFile ? null : <h2>{t('openData.fileTitle')}</h2>}
      {hasFile ? (
        <p>
          <a href={publicPaths.openDataFile(locale)}>{t('openData.file')}</a>
        </p>
      ) : null}
      {isMadeUp && hasFile ? <p>{t('openData.madeUpUse', { force: name })}</p> : null}
      {isMadeUp ? null : (
        <>
          <p>{t('openData.licence', { licence: terms.licence, force: name })}</p>
          <p>
            <a href={terms.url} lang="en">
              {terms.licence}
            </a>
          </p>
        </>
      )}
    </div>
  )
}
