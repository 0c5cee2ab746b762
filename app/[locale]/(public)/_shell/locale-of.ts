import { notFound } from 'next/navigation'
import { isLocale } from '@/lib/i18n/locales'
import type { Locale } from '@/lib/i18n/locales'

/** The language named by a part of an address; where it names none there is nothing to be found. */
export function localeOf(text: string): Locale {
  if (!isLocale(text)) notFound()
  return text
}
