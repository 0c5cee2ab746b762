import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'

interface Props {
  readonly rows: readonly {
    readonly reference: string
    readonly receivedAt: Date
    readonly standing: string
  }[]
  readonly clock: Clock
}

/** What somebody sent themselves: when, and where it stands in plain words. */
export function SentTable({ rows, clock }: Props) {
  const { t } = clock
  return (
    <ul className="grid gap-2">
      {rows.map(({ reference, receivedAt, standing }) => (
        <li
          key={reference}
          className="card flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 py-2"
        >
          <span>
            <b className="font-mono">{reference}</b>{' '}
            <span className="text-sm text-ink-soft">{t('sent.at', { at: saidTime(receivedAt, clock) })}</span>
          </span>
          <span>{t(`sent.standing.${standing}`)}</span>
        </li>
      ))}
    </ul>
  )
}
