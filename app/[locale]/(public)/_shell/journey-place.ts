import { saveEquality } from '@/lib/commands/save-equality'
import { publicPaths } from '@/lib/config/paths'
import { journeys } from '@/lib/journeys/find-journey'
import { localeOf } from './locale-of'
import type { StepPlace } from '@/app/_form/step-posted'
import type { Journey } from '@/lib/journey/definition'
import type { Locale } from '@/lib/i18n/locales'

/** What the address of a journey's page says. */
export interface JourneyParams {
  readonly locale: string
  readonly journey: string
}

/** The journeys that are sent; the equality questions follow them and are never sent by themselves. */
export type SendableId = 'report' | 'liaison'

export function isSendable(journeyId: string): journeyId is SendableId {
  return journeyId === 'report' || journeyId === 'liaison'
}

/** The language and the journey of an address; the journey is undefined when none of that name begins there. */
export function placeOf(params: JourneyParams): { locale: Locale; journey: Journey | undefined } {
  return { locale: localeOf(params.locale), journey: journeys.find(({ id }) => id === params.journey) }
}

/** The step an address of the public pages names, as the form's commands want it. */
export function publicStep(params: JourneyParams & { readonly step: string }): StepPlace {
  const locale = localeOf(params.locale)
  return {
    slot: 'public',
    channel: 'online',
    // One that begins elsewhere is none here.
    journeyId: placeOf(params).journey?.id ?? '',
    slug: params.step,
    locale,
    base: publicPaths.journey(locale, params.journey),
    stoppedHref: (forces) => publicPaths.elsewhere(locale, forces),
    ...(params.journey === 'equality' ? { finish: (cookie: string) => finishEquality(cookie, locale) } : {}),
  }
}

/** Seals the answers about the person, which come after sending, and leads back to the confirmation. */
async function finishEquality(cookie: string, locale: Locale): Promise<string> {
  const result = await saveEquality({ cookie })
  return result.ok ? publicPaths.sent(locale, 'report') : publicPaths.start(locale)
}
