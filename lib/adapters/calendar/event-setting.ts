import type { CalendarUse } from '@/lib/domain/rota/understood-calendar'
import type { Steps } from './repeats'
import type { ZoneClock } from './zones'

/** What the times of an event are reckoned with. */
export interface EventSetting {
  readonly use: CalendarUse
  readonly from: Date
  readonly to: Date
  readonly timeZone: string
  readonly clockOf: (zone: string | null) => ZoneClock
  readonly steps: Steps
  /** Times at which one of a series was changed or called off by another event, by the series. */
  readonly replaced: ReadonlyMap<string, ReadonlySet<number>>
}
