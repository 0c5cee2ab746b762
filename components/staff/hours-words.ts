import type { Translate } from '@/lib/i18n/translate'
import { contactDays, joinedHours, timesOf } from '@/lib/domain/contact/contact-hours'
import type { ContactDay, SafeTimes, TimesSaid } from '@/lib/domain/contact/contact-hours'

/** When somebody may be reached who said only at certain times: all that they ticked, whether or not a rule can keep to it. */
export function hoursWords(said: TimesSaid, t: Translate): string {
  const times = timesOf(said)
  if (typeof times !== 'string') return t('reach.hours.only', { when: timesWords(times, t) })
  const days = contactDays.filter((one) => said.days.includes(one))
  if (days.length === 0) return t('reach.hours.unsaid')
  return t('reach.hours.noHour', { days: daysWords(days, t) })
}

function timesWords({ days, hours }: SafeTimes, t: Translate): string {
  const hour = (one: number) => `${String(one).padStart(2, '0')}:00`
  const spans = joinedHours(hours).map(([from, until]) =>
    t('reach.hours.span', { from: hour(from), until: hour(until) }),
  )
  return t('reach.hours.when', { days: daysWords(days, t), hours: spans.join(', ') })
}

/** Days that follow on one another are said as a span, from three on. */
function daysWords(days: readonly ContactDay[], t: Translate): string {
  if (days.length === contactDays.length) return t('reach.day.every')
  const name = (day: ContactDay) => t(`reach.day.${day}`)
  const runs = contactDays
    .filter((day) => days.includes(day))
    .reduce<ContactDay[][]>((found, day) => {
      const run = found.at(-1)
      const last = run?.at(-1)
      if (last !== undefined && contactDays.indexOf(day) === contactDays.indexOf(last) + 1) run?.push(day)
      else found.push([day])
      return found
    }, [])
  return and(
    runs.flatMap((run) => runWords(run, name, t)),
    t,
  )
}

function runWords(
  run: readonly ContactDay[],
  name: (day: ContactDay) => string,
  t: Translate,
): readonly string[] {
  const [first] = run
  const last = run.at(-1)
  if (first === undefined || last === undefined || run.length < 3) return run.map(name)
  return [t('reach.day.span', { from: name(first), until: name(last) })]
}

function and(words: readonly string[], t: Translate): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : t('reach.day.and', { before: words.slice(0, -1).join(', '), last })
}
