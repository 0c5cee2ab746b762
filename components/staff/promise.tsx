import { promiseState } from '@/lib/domain/time-left'
import type { PromiseState } from '@/lib/domain/time-left'
import type { CaseStatus } from '@/lib/domain/words'
import { isFar, saidDistance, saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'

const tones: Readonly<Record<PromiseState, string>> = {
  kept: 'font-semibold',
  late: 'font-semibold text-danger',
  soon: 'font-semibold text-warn',
  ahead: 'font-semibold',
}

interface Props {
  readonly status: CaseStatus
  readonly promisedBy: Date
  readonly receivedAt: Date
  readonly clock: Clock
}

/** When somebody was promised contact: how far away that is, and the time itself or, when that says it all, how old it is. */
export function PromiseTime({ status, promisedBy, receivedAt, clock }: Props) {
  const state = promiseState(status, promisedBy, clock.now)
  const far = state === 'kept' || isFar(promisedBy, clock)
  return (
    <>
      <b className={`block whitespace-nowrap ${tones[state]}`}>
        <time dateTime={promisedBy.toISOString()}>
          {far ? saidTime(promisedBy, clock) : saidDistance(promisedBy, clock)}
        </time>
      </b>
      <small className="block text-sm text-ink-soft">
        {far
          ? clock.t('staff.queue.received', { at: saidTime(receivedAt, clock) })
          : saidTime(promisedBy, clock)}
      </small>
    </>
  )
}
