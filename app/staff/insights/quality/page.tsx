import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import { qualitySets } from '@/lib/domain/work-sets'
import { translator } from '@/lib/i18n/translate'
import { countWork, sumOf } from '@/lib/queries/count-work'
import { InsightFrame } from '../_view/insight-frame'
import { Part } from '../_view/part'
import { PlaceFilter } from '../_view/place-filter'
import { PlaceProblem } from '../_view/place-problem'
import { narrow, readPlace } from '../_view/read-place'
import { SetFigures } from '../_view/set-figures'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Records that lack something, or have something against the rules. */
export default async function QualityPage({ searchParams }: Props) {
  const actor = await requireEntrance('insight-desk')
  const t = translator('en')
  const { place, isWrong } = readPlace(await searchParams)
  return (
    <InsightFrame actor={actor} tab="quality" problem={isWrong}>
      {isWrong ? <PlaceProblem t={t} /> : null}
      <PlaceFilter place={place} isWrong={isWrong} action={staffPaths.insightQuality} t={t} />
      {isWrong ? null : <Records actor={actor} place={place} />}
    </InsightFrame>
  )
}

async function Records({ actor, place }: { readonly actor: Actor; readonly place: string | null }) {
  const t = translator('en')
  const { here, narrowed } = narrow(await countWork(actor), place)
  return (
    <Part id="quality" title={t('insight.quality.title')}>
      <p>{t('insight.quality.lead')}</p>
      <SetFigures sets={qualitySets} counts={sumOf(here.values())} narrowed={narrowed} t={t} />
    </Part>
  )
}
