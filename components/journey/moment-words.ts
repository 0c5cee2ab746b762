import { currentForce } from '@/lib/config/current-force'
import { formatLocaleOf } from '@/lib/i18n/locales'
import { lowerFirst } from '@/lib/i18n/lower-first'
import type { Locale } from '@/lib/i18n/locales'

/** How a clock of twelve hours tells morning from evening: Welsh has no am and pm of its own. */
export function dayPeriodOf(locale: Locale): Intl.DateTimeFormatOptions {
  return { hour12: true, ...(locale === 'cy' ? { dayPeriod: 'short' } : {}) }
}

/** A day and time by the force's clocks, in words: `Tuesday 24 November at 8 pm`. */
export function momentWords(at: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(formatLocaleOf(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    ...dayPeriodOf(locale),
    timeZone: currentForce().timeZone,
  }).format(at)
}

/** The same after the word for `by`. Welsh writes the day small in a sentence. */
export function momentBy(at: Date, locale: Locale): string {
  const words = momentWords(at, locale)
  return locale === 'cy' ? lowerFirst(words) : words
}

/** The same where it says when something happens: in Welsh the day is softened. */
export function momentOn(at: Date, locale: Locale): string {
  return locale === 'cy' ? momentBy(at, locale).replace(/^dydd/, 'ddydd') : momentWords(at, locale)
}

/** A day that is a date without a time, in words: `24 November 2026`. */
export function dayWords(day: Date, locale: Locale): string {
  const parts = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(formatLocaleOf(locale), parts).format(day)
}
