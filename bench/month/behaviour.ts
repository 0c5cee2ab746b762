import type { Force } from '@/lib/domain/force'
import type { Shift } from '@/lib/domain/officer-facts'
import { localTime } from '@/lib/domain/calendar'
import type { Luck } from './luck'
import type { Volunteer } from './volunteers'
import type { Act, SeenCase } from './world'

/** How people behave, the same under every rule that gives them cases. Numbers are guesses, and stand here alone. */
const minute = 60_000
const day = 24 * 60 * minute
/** Shares of duties with no time for the desk at all, of offers that are declined, and of tries at a first contact that succeed. */
const busyDuties = 0.12
const declined = 0.06
const reached = 0.75
/** What fits into one look at the desk. */
const contactsALook = 2
const updatesALook = 3
/** Between taking a case and the first try to reach somebody. */
const toPrepare = 30 * minute
/** Nobody is left without a word for longer. */
const untilUpdate = 3 * day
/** What fits into one round of those who read at the desk, and how long they leave high risk to an officer who has it. */
const actsARound = 6
const leftToOfficer = 4 * 60 * minute
const untilDeskCloses = 2 * day

/** Whether a volunteer looks at the desk in this step of the clock: on duty, not in a duty that leaves no time for it, and as often as they do. */
export function looksNow(
  one: Volunteer,
  duty: readonly Shift[],
  at: Date,
  stepMinutes: number,
  luck: Luck,
): boolean {
  const shift = duty.find(({ startsAt, endsAt }) => startsAt <= at && at < endsAt)
  if (shift === undefined) return false
  if (luck('busy', one.number, shift.startsAt.getTime()) < busyDuties) return false
  return luck('looks', one.number, at.getTime()) < stepMinutes / one.looksEvery
}

/** What a volunteer does at one look: they answer what they are asked, end what is done, and work on the rest, the most urgent first. */
export function actsOfVolunteer(
  number: number,
  cases: readonly SeenCase[],
  at: Date,
  luck: Luck,
): readonly Act[] {
  const asked = cases.filter(({ askedOf, heldBy }) => askedOf === number && heldBy === null)
  const held = cases
    .filter(({ heldBy }) => heldBy === number)
    .toSorted((a, b) => a.promisedBy.getTime() - b.promisedBy.getTime())
  const isDone = (one: SeenCase) =>
    one.contactedAt !== null && since(one.contactedAt, at) >= openFor(one, luck)
  const done = held.filter(isDone)
  const contacts = held
    .filter(({ contactedAt, heldSince }) => contactedAt === null && since(heldSince, at) >= toPrepare)
    .slice(0, contactsALook)
    .filter(({ arrival }) => luck('reaches', number, arrival.number, at.getTime()) < reached)
  const updates = held
    .filter((one) => one.contactedAt !== null && !isDone(one) && since(one.toldAt, at) >= untilUpdate)
    .slice(0, updatesALook)
  return [
    ...asked.map((about) => act(declines(number, about, luck) ? 'decline' : 'accept', about, number)),
    ...done.map((about) => act('close', about, number)),
    ...contacts.map((about) => act('contact', about, number)),
    ...updates.map((about) => act('update', about, number)),
  ]
}

function declines(number: number, { arrival }: SeenCase, luck: Luck): boolean {
  return luck('declines', number, arrival.number) < declined
}

/** How long a case is open after the first contact: mostly some days, now and then weeks. */
function openFor({ arrival }: SeenCase, luck: Luck): number {
  const place = luck('sort', arrival.number)
  const [low, high] = placed(place)
  return (low + (high - low) * luck('length', arrival.number)) * day
}

function placed(place: number): readonly [number, number] {
  if (place < 0.6) return [1, 4]
  return place < 0.9 ? [4, 8] : [8, 15]
}

/** Whether those at the desk make a round: each half hour, while the force reads. */
export function isRound(at: Date, force: Force): boolean {
  const { hour, minute: past, dayOfWeek } = localTime(at, force)
  const { from, to, days } = force.readingHours
  const now = `${String(hour).padStart(2, '0')}:${String(past).padStart(2, '0')}`
  return past % 30 === 0 && days.includes(dayOfWeek) && now >= from && now < to
}

/**
 * What those at the desk do in a round: they read and see to what no officer is asked for by itself, make the first contact where the risk
 * is high, and see to what supervisors are told of.
 */
export function actsOfDesk(cases: readonly SeenCase[], at: Date): readonly Act[] {
  const inOrder = cases.toSorted((a, b) => urgency(a) - urgency(b) || received(a) - received(b))
  return inOrder
    .flatMap((about): readonly Act[] => {
      const what = deskAct(about, at)
      return what === null ? [] : [act(what, about, 'desk')]
    })
    .slice(0, actsARound)
}

function deskAct(one: SeenCase, at: Date): Act['do'] | null {
  const { arrival, openedAt, contactedAt, heldBy, askedOf, isEscalated } = one
  const isDesks = arrival.restricted || !arrival.wantsOfficer
  if (openedAt === null) return isDesks || isDeskFirst(one) ? 'open' : null
  if (isDesks) return deskWork(one, at)
  if (contactedAt !== null) return null
  if (arrival.namesExclusion && heldBy === null && askedOf === null) return 'give'
  return isEscalated || isHighAndNotLeft(one, at) ? 'contact' : null
}

/** Somebody at the desk looks at it before an officer does, or at least as soon. */
function isDeskFirst({ arrival, isEscalated }: SeenCase): boolean {
  return arrival.namesExclusion || arrival.risk === 'high' || isEscalated
}

function isHighAndNotLeft({ arrival, heldBy }: SeenCase, at: Date): boolean {
  const isLeft = heldBy !== null && since(arrival.receivedAt, at) < leftToOfficer
  return arrival.risk === 'high' && !isLeft
}

function deskWork({ contactedAt }: SeenCase, at: Date): Act['do'] | null {
  if (contactedAt === null) return 'contact'
  return since(contactedAt, at) >= untilDeskCloses ? 'close' : null
}

function urgency({ arrival }: SeenCase): number {
  return arrival.risk === 'high' ? 0 : 1
}

function received({ arrival }: SeenCase): number {
  return arrival.receivedAt.getTime()
}

function since(time: Date | null, at: Date): number {
  return time === null ? -1 : at.getTime() - time.getTime()
}

function act(what: Act['do'], about: SeenCase, by: Act['by']): Act {
  return { do: what, about, by }
}
