import { formatLocaleOf } from '@/lib/i18n/locales'
import type { Locale } from '@/lib/i18n/locales'
import type { Translate } from '@/lib/i18n/translate'
import type { HourlyWay } from '@/lib/journeys/barred-ways'
import { momentOn } from './moment-words'

/** When the first of their own hours begins, as a confirmation keeps it. */
export function hoursBeginOf({ hoursBegin }: { readonly hoursBegin?: string }): Date | null {
  return hoursBegin === undefined ? null : new Date(hoursBegin)
}

/** When the first of their own hours begins, where nobody may be in touch in them by the promised time, and that we keep to it; else null. */
export function ownHoursWords(begin: Date | null, t: Translate, locale: Locale): string | null {
  return begin === null ? null : t('public.ownHours', { from: momentOn(begin, locale) })
}

/** That they named no safe hour, and what we do not do because of it; null where nothing is barred. */
export function noHourWords(barred: readonly HourlyWay[], t: Translate, locale: Locale): string | null {
  if (barred.length === 0) return null
  const list = new Intl.ListFormat(formatLocaleOf(locale), { type: 'disjunction' })
  return t('public.noHour.said', { ways: list.format(barred.map((way) => t(`public.noHour.${way}`))) })
}
