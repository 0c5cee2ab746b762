import { currentForce } from '@/lib/config/current-force'
import { formatLocaleOf } from '@/lib/i18n/locales'
import { dayPeriodOf } from '@/components/journey/moment-words'
import type { Force, Route } from '@/lib/domain/force'
import type { Locale } from '@/lib/i18n/locales'
import type { Translate } from '@/lib/i18n/translate'

/** A route of the force by its id. Throws when the force's data lack it: pages rely on a few being there. */
export function routeOf(id: string, force: Force = currentForce()): Route {
  const route = force.routes.find((candidate) => candidate.id === id)
  if (route === undefined) throw new Error(`The force has no route ${id}.`)
  return route
}

/** The numbers that sentences name: the emergency number, what to press when one cannot speak, and the other number. */
export function numbers(): { number: string; press: string; other: string } {
  return {
    number: routeOf('emergency').phone ?? '',
    press: routeOf('silent-solution').press ?? '',
    other: routeOf('non-emergency').phone ?? '',
  }
}

/** When submissions are read, in words: `every day, 8 am to 8 pm`, `Monday to Friday, 9 am to 5 pm`. */
export function readingHours(t: Translate, locale: Locale): string {
  const { days, from, to } = currentForce().readingHours
  const times = { from: clockWords(from, locale), to: clockWords(to, locale) }
  if (days.length === 7) return t('public.read.everyDay', times)
  return t('public.read.days', { ...times, days: dayWords(days, t, locale) })
}

function clockWords(time: string, locale: Locale): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const format = new Intl.DateTimeFormat(formatLocaleOf(locale), {
    hour: 'numeric',
    ...(minute === 0 ? {} : { minute: '2-digit' }),
    ...dayPeriodOf(locale),
    timeZone: 'UTC',
  })
  return format.format(Date.UTC(2024, 0, 1, hour, minute))
}

function dayWords(days: readonly number[], t: Translate, locale: Locale): string {
  const format = new Intl.DateTimeFormat(formatLocaleOf(locale), { weekday: 'long', timeZone: 'UTC' })
  const names = days.map((day) => format.format(Date.UTC(2024, 0, day)))
  const [first = ''] = names
  const last = names.at(-1) ?? ''
  const inARow = days.length > 2 && days.every((day, index) => day === (days[0] ?? 0) + index)
  if (inARow) return t('public.read.span', { first, last })
  return new Intl.ListFormat(formatLocaleOf(locale), { type: 'conjunction' }).format(names)
}
