import { guarded } from '@/app/_form/guarded'
import { problemPage } from '@/app/_form/problem-page'
import { seeOther } from '@/app/_form/see-other'
import { stepPosted } from '@/app/_form/step-posted'
import { findJourney } from '@/lib/journeys/find-journey'
import { publicStep } from '../../../_shell/journey-place'
import type { JourneyParams } from '../../../_shell/journey-place'

type Params = Promise<JourneyParams & { readonly step: string }>

/** Takes one posted step. */
export async function POST(request: Request, { params }: { params: Params }): Promise<Response> {
  const place = publicStep(await params)
  return guarded(place.locale, () => stepPosted(request, place))
}

/** The address of a form opened by itself leads to its page. */
export async function GET(_request: Request, { params }: { params: Params }): Promise<Response> {
  const { base, slug, journeyId, locale } = publicStep(await params)
  const isStep = findJourney(journeyId)?.steps.some((step) => step.slug === slug) === true
  return isStep ? seeOther(`${base}/${slug}`) : problemPage('not-found', locale)
}
