import { saidSlot } from '@/components/staff/call-back-words'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import type { PastCallBack } from '@/lib/queries/call-backs-of'

/** Times that were agreed before, and what came of them. */
export function PastCalls({
  past,
  clock,
}: {
  readonly past: readonly PastCallBack[]
  readonly clock: Clock
}) {
  const { t } = clock
  if (past.length === 0) return null
  return (
    <section className="mt-6">
      <h2 className="mb-2 text-lg">{t('callBack.pastTitle')}</h2>
      <ul className="grid gap-3">
        {past.map((one) => (
          <li key={one.id} className="card">
            <p className="font-semibold">{saidSlot(one, clock)}</p>
            <p>
              {t(`callBack.outcome.${one.outcome}`)}{' '}
              {one.reason === null ? '' : t('callBack.because', { why: t(`callBack.reason.${one.reason}`) })}
            </p>
            <p className="text-sm text-ink-soft">
              {one.endedBy === null
                ? saidTime(one.endedAt, clock)
                : t('callBack.by', { name: one.endedBy, at: saidTime(one.endedAt, clock) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
