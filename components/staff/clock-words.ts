import { saidDistance, saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { awaitedBy, clockState, nearestClock } from '@/lib/domain/clocks/clock-state'
import type { CaseClock, ClockState } from '@/lib/domain/clocks/clock-state'

/** Colours of how a clock stands; the words say it too. */
export const clockTones: Readonly<Record<ClockState, string>> = {
  paused: 'text-ink-soft',
  ahead: '',
  'at-risk': 'font-semibold text-warn',
  broken: 'font-semibold text-danger',
}

/** What is due next, in one line: of a case without a clock, what had been promised. */
export function nextLine(
  { clocks, promisedBy }: { readonly clocks: readonly CaseClock[]; readonly promisedBy: Date },
  clock: Clock,
): string {
  const next = nearestClock(clocks)
  if (next !== null) return clockLine(next, clock)
  return clock.t('staff.case.promiseKept', { at: saidTime(promisedBy, clock) })
}

/** A clock in one line: `First contact due today 17:00`, `Next update was due Mon 20:00: 2 hours late`. */
export function clockLine(running: CaseClock, clock: Clock): string {
  const { t } = clock
  const { dueAt } = running
  if (running.kind === 'first-contact' && running.pausedAt !== null) return t('staff.clock.headlineStopped')
  if (dueAt === null || running.pausedAt !== null) return t('staff.clock.headlinePaused')
  const at = saidTime(dueAt, clock)
  const awaited = awaitedBy(running)
  const state = clockState(running, clock.now)
  if (state === 'broken')
    return t(`staff.clock.headlineLate.${awaited}`, { at, late: saidDistance(dueAt, clock) })
  const line = t(`staff.clock.headline.${awaited}`, { at })
  return state === 'at-risk' ? t('staff.clock.near', { at: line }) : line
}

/** When it is due, beside its name: `today 17:00: soon`. */
export function dueWords(running: CaseClock, clock: Clock): string {
  const { t } = clock
  if (running.kind === 'first-contact' && running.pausedAt !== null) return t('staff.clock.stopped')
  if (running.dueAt === null || running.pausedAt !== null) return t('staff.clock.paused')
  const at = saidTime(running.dueAt, clock)
  const state = clockState(running, clock.now)
  if (state === 'broken') return t('staff.clock.late', { at, late: saidDistance(running.dueAt, clock) })
  return state === 'at-risk' ? t('staff.clock.near', { at }) : t('staff.clock.due', { at })
}
