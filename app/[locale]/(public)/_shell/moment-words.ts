import { currentForce } from '@/lib/config/current-force'
import { formatLocaleOf } from '@/lib/i18n/locales'
import type { Locale } from '@/lib/i18n/locales'

/** A day and time by the force's clocks, in words: `Tuesday 24 November at 8 pm`. */
export function momentWords(at: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(formatLocaleOf(locale), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
    timeZone: currentForce().timeZone,
  }).format(at)
}
