import { currentForce } from '@/lib/config/current-force'
import { formatLocaleOf } from '@/lib/i18n/locales'
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

/** A day that is a date without a time, in words: `24 November 2026`. */
export function dayWords(day: Date, locale: Locale): string {
  const parts = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(formatLocaleOf(locale), parts).format(day)
}
