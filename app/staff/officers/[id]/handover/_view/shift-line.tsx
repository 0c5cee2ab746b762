import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'

interface Props {
  /** When they are on duty from now on, in order. */
  readonly shifts: readonly { readonly startsAt: Date; readonly endsAt: Date }[]
  readonly clock: Clock
}

/** Until when the officer is on duty, and when again: who is off after this shift is not there for what they hold. */
export function ShiftLine({ shifts, clock }: Props) {
  const { now, t } = clock
  const current = shifts.find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt)
  const next = shifts.find(({ startsAt }) => startsAt > now)
  const end =
    current === undefined
      ? t('offer.handover.offNow')
      : t('offer.handover.until', { at: saidTime(current.endsAt, clock) })
  const again =
    next === undefined
      ? t('offer.handover.noNext')
      : t('offer.handover.next', { at: saidTime(next.startsAt, clock) })
  return (
    <p className="mb-3">
      {end} {again}
    </p>
  )
}
