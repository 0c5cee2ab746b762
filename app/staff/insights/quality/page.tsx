import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { workGroups } from '@/lib/domain/work-sets'
import { translator } from '@/lib/i18n/translate'
import { countWork, sumOf } from '@/lib/queries/count-work'
import { InsightFrame } from '../_view/insight-frame'
import { Part } from '../_view/part'
import { PlaceFilter } from '../_view/place-filter'
import { placeIn } from '../_view/read-place'
import { SetFigures } from '../_view/set-figures'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Records that lack something, or have something against the rules. */
export default async function QualityPage({ searchParams }: Props) {
  const actor = await requireEntrance('insight-desk')
  const t = translator('en')
  const [query, counts] = await Promise.all([searchParams, countWork(actor)])
  const { place, here, narrowed } = placeIn(query, counts)
  return (
    <InsightFrame actor={actor} tab="quality">
      <PlaceFilter place={place} action={staffPaths.insightQuality} t={t} />
      <Part id="quality" title={t('insight.quality.title')}>
        <p>{t('insight.quality.lead')}</p>
        <SetFigures sets={workGroups.quality} counts={sumOf(here.values())} narrowed={narrowed} t={t} />
      </Part>
    </InsightFrame>
  )
}
