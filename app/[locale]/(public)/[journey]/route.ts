import { problemPage } from '@/app/_form/problem-page'
import { seeOther } from '@/app/_form/see-other'
import { publicPaths } from '@/lib/config/paths'
import { placeOf } from '../_shell/journey-place'
import type { JourneyParams } from '../_shell/journey-place'

/** A journey begins at its first step; what is no journey is no page. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<JourneyParams> },
): Promise<Response> {
  const { locale, journey } = placeOf(await params)
  const first = journey?.steps[0]
  if (journey === undefined || first === undefined) return problemPage('not-found', locale)
  return seeOther(publicPaths.step(locale, journey.id, first.slug))
}
