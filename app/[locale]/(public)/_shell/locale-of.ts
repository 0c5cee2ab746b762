import { fallbackLocale, isLocale } from '@/lib/i18n/locales'
import type { Locale } from '@/lib/i18n/locales'

/** The language named by a part of an address; the fallback when it names none. */
export function localeOf(text: string): Locale {
  return isLocale(text) ? text : fallbackLocale
}
