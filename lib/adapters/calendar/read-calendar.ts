import 'server-only'
import type { Force } from '@/lib/domain/force'
import type { Shift } from '@/lib/domain/officer-facts'
import { merged } from '@/lib/domain/rota/spans'
import { calendarLimits } from '@/lib/domain/rota/understood-calendar'
import type {
  CalendarProblem,
  CalendarUse,
  LeftOutReason,
  UnderstoodCalendar,
} from '@/lib/domain/rota/understood-calendar'
import type { EventSetting } from './event-setting'
import { reasonOf, replacedTime, seriesOf, spansOf } from './events'
import { inSlices } from './in-slices'
import { stepsOfFile } from './repeats'
import { scan } from './scan'
import type { Scanned } from './scan'
import { zoneClocks } from './zones'

/** What a calendar is read for: as duty or as leave, and for which time. */
export interface CalendarQuestion {
  readonly use: CalendarUse
  readonly from: Date
  readonly to: Date
  readonly force: Pick<Force, 'timeZone'>
}

/** Of times that are gathered, those that are the same are made one before they are more than this. */
const mostAtOnce = 5_000

/**
 * Reads a calendar (RFC 5545, UTF-8): when, and nothing else that is in it. In slices, so that a long one keeps nobody waiting; an event
 * that cannot be understood is left out and counted. Gives a code for what is no calendar, or too much of one.
 */
export function readCalendar(
  bytes: Uint8Array,
  question: CalendarQuestion,
): Promise<UnderstoodCalendar | CalendarProblem> {
  return inSlices(read(bytes, question))
}

function* read(
  bytes: Uint8Array,
  question: CalendarQuestion,
): Generator<undefined, UnderstoodCalendar | CalendarProblem> {
  if (bytes.byteLength > calendarLimits.bytes) return 'too-large'
  const scanned = yield* scan(new TextDecoder().decode(bytes), calendarLimits.events)
  if (typeof scanned === 'string') return scanned
  const setting = yield* settingOf(scanned, question)
  const counts = new Map<LeftOutReason, number>()
  let spans: Shift[] = []
  for (const event of scanned.events) {
    let found: readonly Shift[] | LeftOutReason
    try {
      found = yield* spansOf(event, setting)
    } catch (error) {
      found = reasonOf(error)
    }
    if (typeof found === 'string') counts.set(found, (counts.get(found) ?? 0) + 1)
    else for (const span of found) spans.push(span)
    if (spans.length > mostAtOnce) {
      spans = [...merged(spans)]
      if (spans.length > calendarLimits.spans) return 'too-many-times'
    }
    yield
  }
  const all = merged(spans)
  if (all.length > calendarLimits.spans) return 'too-many-times'
  return { events: scanned.events.length, spans: all, leftOut: counts }
}

function* settingOf(
  { events, zones }: Scanned,
  { use, from, to, force }: CalendarQuestion,
): Generator<undefined, EventSetting> {
  const steps = { left: stepsOfFile }
  const years = { from: from.getUTCFullYear() - 1, to: to.getUTCFullYear() + 1 }
  const { timeZone } = force
  const clockOf = zoneClocks({ parts: zones, atHand: timeZone, years, steps })
  const setting = { use, from, to, timeZone, clockOf, steps }
  const replaced = new Map<string, Set<number>>()
  for (const event of events) {
    if (!event.has('RECURRENCE-ID')) continue
    const at = timeOrNot(() => replacedTime(event, setting))
    const times = replaced.get(seriesOf(event)) ?? new Set<number>()
    if (at !== null) replaced.set(seriesOf(event), times.add(at))
    yield
  }
  return { ...setting, replaced }
}

/** What is not understood is counted when its turn comes. */
function timeOrNot(read: () => number | null): number | null {
  try {
    return read()
  } catch (error) {
    reasonOf(error)
    return null
  }
}
