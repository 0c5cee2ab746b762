import 'server-only'
import ICAL from 'ical.js'
import type { Shift } from '@/lib/domain/officer-facts'
import { nameOf } from './own-names'

/** Times of one officer, and the two words a calendar says of them: nobody's name, nor what the work is. */
export interface CalendarOf {
  /** Whose: makes names of events that stay the same from one download to the next, and cannot be read from them. */
  readonly officerId: string
  readonly duty: readonly Shift[]
  readonly away: readonly Shift[]
  readonly madeAt: Date
  readonly words: { readonly duty: string; readonly away: string }
}

/** A calendar (RFC 5545) with times of UTC, which need no zone to be brought along. */
export function writeCalendar({ officerId, duty, away, madeAt, words }: CalendarOf): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('prodid', '-//Alongside//Duty//EN')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  const all = [
    ...duty.map((span) => ({ span, kind: 'duty' as const })),
    ...away.map((span) => ({ span, kind: 'away' as const })),
  ]
  for (const { span, kind } of all) {
    const event = new ICAL.Component('vevent')
    event.addPropertyWithValue('uid', nameOf(officerId, kind, span))
    event.addPropertyWithValue('dtstamp', timeOf(madeAt))
    event.addPropertyWithValue('dtstart', timeOf(span.startsAt))
    event.addPropertyWithValue('dtend', timeOf(span.endsAt))
    event.addPropertyWithValue('summary', words[kind])
    event.addPropertyWithValue('class', 'PRIVATE')
    calendar.addSubcomponent(event)
  }
  // The library leaves out the last line's end.
  return `${calendar.toString()}\r\n`
}

function timeOf(at: Date): ICAL.Time {
  return ICAL.Time.fromJSDate(at, true)
}
