import { redirect } from 'next/navigation'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import { translator } from '@/lib/i18n/translate'
import { DeskNow } from './_view/desk-now'
import { InsightFrame } from './_view/insight-frame'
import { PlaceFilter } from './_view/place-filter'
import { PlaceProblem } from './_view/place-problem'
import { readPlace } from './_view/read-place'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** How the desk stands now, for whoever runs it: what needs somebody, where, since when, and who carries how much. */
export default async function InsightPage({ searchParams }: Props) {
  const actor = await requireEntrance('insight')
  if (!mayEnter(actor.role, 'insight-desk')) redirect(staffPaths.ownInsight)
  const t = translator('en')
  const { place, isWrong } = readPlace(await searchParams)
  return (
    <InsightFrame actor={actor} tab="desk" problem={isWrong}>
      {isWrong ? <PlaceProblem t={t} /> : null}
      <PlaceFilter place={place} isWrong={isWrong} action={staffPaths.insight} t={t} />
      {isWrong ? null : <DeskNow actor={actor} place={place} />}
    </InsightFrame>
  )
}
