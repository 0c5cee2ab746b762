import { isFar, saidDistance, saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { awaitedBy, clockState, nearestClock } from '@/lib/domain/clocks/clock-state'
import type { CaseClock, ClockState } from '@/lib/domain/clocks/clock-state'

const tones: Readonly<Record<ClockState, string>> = {
  paused: 'text-ink-soft',
  broken: 'font-semibold text-danger',
  'at-risk': 'font-semibold text-warn',
  ahead: 'font-semibold',
}

interface Props {
  readonly clocks: readonly CaseClock[]
  readonly receivedAt: Date
  /** When it was closed; null of what is open. */
  readonly closedAt: Date | null
  readonly clock: Clock
}

/** That it is closed, where nothing is due any more; and else what is due next: how far away that is, what it is, and the time itself or, when that says it all, how old the case is. */
export function NextDue({ clocks, receivedAt, closedAt, clock }: Props) {
  const { t } = clock
  const next = nearestClock(clocks)
  const received = t('staff.queue.received', { at: saidTime(receivedAt, clock) })
  if (next === null) {
    return (
      <>
        {closedAt === null ? null : (
          <span className="block text-ink-soft">
            {t('staff.queue.closedAt', { at: saidTime(closedAt, clock) })}
          </span>
        )}
        <small className={small}>{received}</small>
      </>
    )
  }
  const state = clockState(next, clock.now)
  const tone = tones[state]
  if (next.dueAt === null || next.pausedAt !== null) {
    return (
      <>
        <span className={`block ${tone}`}>
          {t(next.kind === 'first-contact' ? 'staff.clock.rowStopped' : 'staff.clock.rowPaused')}
        </span>
        <small className={small}>{received}</small>
      </>
    )
  }
  const awaited = t(`staff.clock.row.${awaitedBy(next)}`)
  const far = isFar(next.dueAt, clock)
  return (
    <>
      <b className={`block whitespace-nowrap ${tone}`}>
        <time dateTime={next.dueAt.toISOString()}>
          {far ? saidTime(next.dueAt, clock) : saidDistance(next.dueAt, clock)}
        </time>
      </b>
      <small className={small}>
        {state === 'at-risk' ? t('staff.clock.near', { at: awaited }) : awaited}
      </small>
      <small className={small}>{far ? received : saidTime(next.dueAt, clock)}</small>
    </>
  )
}

const small = 'block text-sm text-ink-soft'
