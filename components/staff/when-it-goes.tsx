import type { ReactNode } from 'react'
import { saidHour, saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { SafeUntil } from '@/components/staff/live/safe-until'

interface Props {
  /** From when on it is safe; null: now. */
  readonly from: Date | null
  /** When it is safe no more; null: no hour is known to end it. */
  readonly until: Date | null
  readonly clock: Clock
}

/** `goes out at once, until 20:00`, and from then on that it does so no more; `waits until Mon 18:00, when it is safe`. */
export function WhenItGoes({ from, until, clock }: Props) {
  const { t, now } = clock
  if (from !== null) return <Small>{t('outbound.form.later', { at: saidTime(from, clock) })}</Small>
  if (until === null) return <Small>{t('outbound.form.now')}</Small>
  return (
    <Small>
      <SafeUntil until={until} now={now} after={t('outbound.form.over')}>
        {t('outbound.form.nowUntil', { time: saidHour(until, clock) })}
      </SafeUntil>
    </Small>
  )
}

function Small({ children }: { readonly children: ReactNode }) {
  return <small className="text-ink-soft"> {children}</small>
}
