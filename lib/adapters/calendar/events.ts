import type { Temporal } from 'temporal-polyfill'
import type { CalendarUse, LeftOutReason } from '@/lib/domain/rota/understood-calendar'
import type { Shift } from '@/lib/domain/officer-facts'
import type { EventSetting } from './event-setting'
import { NotUnderstoodError, timeIn } from './moment'
import { instantOf, outlineOf, startAt } from './outline'
import type { Outline } from './outline'
import { kindOf } from './own-names'
import { TooOftenError } from './repeats'
import type { Lines } from './scan'
import { exclusionsOf, isLeftOut, startsOf } from './starts'
import { UnknownZoneError } from './zones'

const day = 86_400_000
/** A turn of duty is at most a day long, on the longest day too. */
const longest: Readonly<Record<CalendarUse, number>> = { duty: day + 3_600_000, leave: 732 * day }

/** The name of an event's series, or nothing. */
export function seriesOf(event: Lines): string {
  const [line = ''] = event.get('UID') ?? []
  return line.slice(line.indexOf(':') + 1).trim()
}

/** What came out of here as the one is not taken for the other. */
const otherKind = { duty: ['away', 'away-here'], leave: ['duty', 'duty-here'] } as const

/** The time of a series that an event stands for instead, in milliseconds; null where it stands for itself. Throws as `spansOf` does. */
export function replacedTime(event: Lines, setting: Omit<EventSetting, 'replaced'>): number | null {
  const [line] = event.get('RECURRENCE-ID') ?? []
  return line === undefined ? null : instantOf(timeIn(line), setting)
}

/** Why an event is left out, by what was thrown while it was read; what is no such reason is thrown on. */
export function reasonOf(error: unknown): LeftOutReason {
  if (error instanceof NotUnderstoodError) return 'not-understood'
  if (error instanceof UnknownZoneError) return 'unknown-zone'
  if (error instanceof TooOftenError) return 'too-often'
  throw error
}

/** When an event takes place within the time looked at, or why it is left out. Yields where work can be interrupted. */
export function* spansOf(
  event: Lines,
  setting: EventSetting,
): Generator<undefined, readonly Shift[] | LeftOutReason> {
  const outline = outlineOrReason(event, setting)
  if (typeof outline === 'string') return outline
  const found = new Occasions(setting, outline)
  const left = event.has('RECURRENCE-ID') ? undefined : setting.replaced.get(seriesOf(event))
  const excluded = exclusionsOf(event, setting)
  for (const wall of startsOf(event, outline, setting)) {
    if (wall === null) yield
    else if (!isLeftOut(wall, outline, excluded, setting, left)) found.take(wall)
  }
  return found.outcome()
}

function outlineOrReason(event: Lines, setting: EventSetting): Outline | LeftOutReason {
  if (/:\s*CANCELLED\s*$/iu.test(event.get('STATUS')?.[0] ?? '')) return 'cancelled'
  if (/^[^:]*;RANGE=/iu.test(event.get('RECURRENCE-ID')?.[0] ?? '')) return 'this-and-future'
  const [other, reason] = otherKind[setting.use]
  if (kindOf(seriesOf(event)) === other) return reason
  const outline = outlineOf(event, setting)
  return outline.start.isDay && setting.use === 'duty' ? 'all-day' : outline
}

/** Gathers when something takes place, and remembers why not. */
class Occasions {
  private readonly spans: Shift[] = []
  private reason: LeftOutReason = 'past'

  constructor(
    private readonly setting: EventSetting,
    private readonly outline: Outline,
  ) {}

  take(wall: Temporal.PlainDateTime): void {
    const { from, to, use } = this.setting
    const [start, end] = [startAt(wall, this.outline, this.setting), this.outline.endOf(wall)]
    if (end <= start) this.reason = 'no-length'
    else if (end - start > longest[use]) this.reason = 'too-long'
    else if (start >= to.getTime()) this.reason = 'later'
    else if (end > from.getTime()) this.spans.push({ startsAt: new Date(start), endsAt: new Date(end) })
  }

  outcome(): readonly Shift[] | LeftOutReason {
    return this.spans.length > 0 ? this.spans : this.reason
  }
}
