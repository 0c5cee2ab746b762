import { contactDays, contactHours, timesOf } from '@/lib/domain/contact/contact-hours'
import { contactWays } from '@/lib/domain/contact/may-use'
import type { ContactWay } from '@/lib/domain/contact/may-use'
import { isNeutral } from './contact-plan'
import type { ContactPlan } from './contact-plan'

/** What a plan allows that the one before did not: a way, hours, more on a voicemail, to say the police, or that they are reached somewhere else. */
type Widened = ContactWay | 'hours' | 'voicemail' | 'police' | 'elsewhere'

/** What is allowed by `after` and was not by `before`, so that nobody widens a plan without it being seen. Empty where it only narrows. */
export function widenedBy(before: ContactPlan, after: ContactPlan): readonly Widened[] {
  const [were, are] = [openWays(before), openWays(after)]
  if (are.length === 0) return []
  const isOn = were.length > 0
  const rows: readonly (readonly [Widened, boolean])[] = [
    ...are.map((way) => [way, !were.includes(way)] as const),
    ['hours', isOn && !isAmong(hoursOf(after), hoursOf(before))],
    ['voicemail', voicemail(after) > voicemail(before)],
    ['police', !isNeutral(after) && isNeutral(before)],
    ['elsewhere', isOn && placesOf(after).some((place, index) => isOther(place, placesOf(before)[index]))],
  ]
  return rows.filter(([, isWider]) => isWider).map(([code]) => code)
}

function openWays({ choice, ways }: ContactPlan): readonly ContactWay[] {
  return choice === 'plan' ? contactWays.filter((way) => ways.includes(way)) : []
}

/** Every window of every day that is safe; `any`: at any time, also outside what can be ticked. */
function hoursOf(plan: ContactPlan): ReadonlySet<string> {
  const times = timesOf(plan)
  if (times === 'unread') return new Set()
  const { days, hours } = times === 'any' ? { days: contactDays, hours: contactHours } : times
  const windows = days.flatMap((day) => hours.map((hour) => `${day} ${hour}`))
  return new Set(times === 'any' ? ['any', ...windows] : windows)
}

function isAmong(some: ReadonlySet<string>, all: ReadonlySet<string>): boolean {
  return [...some].every((one) => all.has(one))
}

const heard: readonly (string | null)[] = ['name-only', 'police']

/** How much a voicemail may say. */
function voicemail(plan: ContactPlan): number {
  return openWays(plan).includes('call') ? heard.indexOf(plan.voicemail) + 1 : 0
}

function placesOf({ phone, email, postalAddress, trustedPerson }: ContactPlan) {
  return [phone, email, postalAddress, trustedPerson]
}

/** Where there was a place to reach them already, and it is another now. */
function isOther(place: string | null, before: string | null | undefined): boolean {
  return place !== null && typeof before === 'string' && place !== before
}
