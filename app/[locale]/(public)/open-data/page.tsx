import { notFound } from 'next/navigation'
import { Heading } from '@/components/ui/heading'
import { Notice } from '@/components/ui/notice'
import { currentForce } from '@/lib/config/current-force'
import { isDemonstration } from '@/lib/config/demonstration'
import { publicPaths } from '@/lib/config/paths'
import { openData } from '@/lib/domain/figures/open-data'
import { translator } from '@/lib/i18n/translate'
import { openFigures } from '@/lib/queries/open-figures'
import { localeOf } from '../_shell/locale-of'
import { PublicPage } from '../_shell/public-page'
import { HowMade } from './_view/how-made'
import { OpenTables } from './_view/open-tables'
import { openWords } from './_view/open-words'

interface Props {
  readonly params: Promise<{ locale: string }>
}

/** How many cases came, for anybody: counts with small ones held back, how they are made, and a file of them. */
export default async function OpenDataPage({ params }: Props) {
  const locale = localeOf((await params).locale)
  const force = currentForce()
  const { openData: terms, statistics } = force
  if (terms === undefined) notFound()
  const t = translator(locale)
  const data = openData(await openFigures(), force)
  const words = openWords(t, locale, data?.last)
  return (
    <PublicPage locale={locale} title={t('openData.title')} path={publicPaths.openData}>
      <Heading lead={t('openData.lead')}>{t('openData.heading')}</Heading>
      {data === null ? (
        <p>{t('openData.none')}</p>
      ) : (
        <>
          {isDemonstration() ? (
            <div className="mb-4">
              <Notice tone="warn">
                <p>{t('openData.madeUp')}</p>
              </Notice>
            </div>
          ) : null}
          <p>{t('openData.last', { month: words.month(data.last), days: statistics.settleDays })}</p>
          <OpenTables data={data} words={words} />
        </>
      )}
      <HowMade t={t} locale={locale} terms={terms} hasFile={data !== null} />
    </PublicPage>
  )
}
