import { guarded } from '@/app/_form/guarded'
import { stepPosted } from '@/app/_form/step-posted'
import { publicStep } from '../../_shell/journey-place'

/** A door that answers the first question of a report. Another answer than the one held begins another report. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  const place = publicStep({ ...(await params), journey: 'report', step: 'role' })
  return guarded(place.locale, () => stepPosted(request, { ...place, anewUnless: 'role' }))
}
