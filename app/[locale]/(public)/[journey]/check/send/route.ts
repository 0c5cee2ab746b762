import { guarded } from '@/app/_form/guarded'
import { draftKey } from '@/app/_form/draft-cookie'
import { postedForm } from '@/app/_form/posted-form'
import { seeOther } from '@/app/_form/see-other'
import { submitJourney } from '@/lib/commands/submit-journey'
import { publicPaths } from '@/lib/config/paths'
import { acceptedHeader, isBusy, isSlow } from '@/lib/edge/lane-headers'
import { localeOf } from '../../../_shell/locale-of'
import type { Locale } from '@/lib/i18n/locales'
import type { JourneyParams } from '../../../_shell/journey-place'

/** Sends what was checked. The same page sent again leads to the same confirmation. */
export async function POST(
  request: Request,
  { params }: { params: Promise<JourneyParams> },
): Promise<Response> {
  const { locale: language, journey: journeyId } = await params
  const locale = localeOf(language)
  return guarded(locale, () => send(request, journeyId, locale))
}

async function send(request: Request, journeyId: string, locale: Locale): Promise<Response> {
  const form = await postedForm(request, locale)
  if (form instanceof Response) return form
  const flood = {
    // No person sees that field: what fills it in is a program, and waits behind people.
    slow: isSlow(request.headers) || (form.get('website') ?? '') !== '',
    busy: isBusy(request.headers),
    solution: form.get('solution') ?? '',
    ticket: form.get('ticket') ?? '',
  }
  const result = await submitJourney({
    slot: 'public',
    channel: 'online',
    journeyId,
    locale,
    token: form.get('token') ?? '',
    cookie: await draftKey('public'),
    flood,
  })
  if (result.ok) return sent(publicPaths.sent(locale, result.sent.journeyId), result.now)
  switch (result.go.to) {
    case 'step':
      return seeOther(publicPaths.step(locale, journeyId, result.go.slug))
    case 'check':
      return seeOther(publicPaths.check(locale, journeyId))
    case 'wait':
      return seeOther(publicPaths.wait(locale, journeyId, ticketOf(flood.ticket), true))
    case 'start':
      return seeOther(publicPaths.start(locale))
  }
}

/** The edge counts what was accepted, and once. */
function sent(path: string, now: boolean): Response {
  const response = seeOther(path)
  if (now) response.headers.set(acceptedHeader, 'yes')
  return response
}

/** What looks like a ticket is shown to the next page, which knows whether it is one. */
function ticketOf(text: string): string {
  return /^[\w.-]{1,40}$/u.test(text) ? text : ''
}
