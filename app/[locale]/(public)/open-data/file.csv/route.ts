import { notFound } from 'next/navigation'
import { fileAnswer } from '@/app/_form/file-answer'
import { currentForce } from '@/lib/config/current-force'
import { isDemonstration } from '@/lib/config/demonstration'
import { publicPaths } from '@/lib/config/paths'
import { openData } from '@/lib/domain/figures/open-data'
import { translator } from '@/lib/i18n/translate'
import { openFigures } from '@/lib/queries/open-figures'
import { localeOf } from '../../_shell/locale-of'
import { openFile } from '../_view/open-file'
import { openWords } from '../_view/open-words'

interface Context {
  readonly params: Promise<{ locale: string }>
}

/** The counts of the page as CSV. Where there are none yet, the page says so. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const locale = localeOf((await params).locale)
  const force = currentForce()
  const { openData: terms, statistics, name } = force
  if (terms === undefined) notFound()
  const data = openData(await openFigures(), force)
  if (data === null)
    return new Response(null, { status: 303, headers: { Location: publicPaths.openData(locale) } })
  const t = translator(locale)
  const isMadeUp = isDemonstration()
  const made = [
    ...(isMadeUp ? [t('openData.madeUp')] : []),
    t('openData.lead'),
    t('openData.how1'),
    t('openData.how2', { under: statistics.minimum - 1 }),
    t('openData.how3'),
    isMadeUp
      ? t('openData.madeUpUse', { force: name })
      : t('openData.licence', { licence: `${terms.licence} (${terms.url})`, force: name }),
  ]
  const file = openFile(data, openWords(t, locale, data.last), made)
  return fileAnswer(file, 'text/csv; charset=utf-8', `open-data-${data.last}.csv`)
}
