import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'

/** Something that went out to whoever reported, or is to. */
interface Line {
  readonly id: string
  readonly way: string
  readonly purpose: string
  readonly state: string
  readonly reason: string | null
  readonly madeAt: Date
  readonly nextAt: Date
  readonly sentAt: Date | null
  readonly endedAt: Date | null
}

/** What went out and what became of it. Never whom to. */
export function OutboundCard({ lines, clock }: { readonly lines: readonly Line[]; readonly clock: Clock }) {
  const { t } = clock
  if (lines.length === 0) return null
  return (
    <section className="card" aria-labelledby="outbound-title" data-by-jobs>
      <h3 id="outbound-title" className="card-title">
        {t('outbound.card.title')}
      </h3>
      <ul className="grid gap-2">
        {lines.map((line) => (
          <li key={line.id} data-outbound={line.state}>
            {t('outbound.card.line', {
              purpose: t(`outbound.card.${line.purpose}`),
              way: t(`outbound.card.way.${line.way}`),
            })}
            <small
              className={`block text-sm ${line.state === 'failed' ? 'font-semibold text-danger' : 'text-ink-soft'}`}
            >
              {stateWords(line, clock)}
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What became of it, in words; of a reason without words, that nothing more is known. */
function stateWords({ state, reason, nextAt, sentAt, endedAt, madeAt }: Line, clock: Clock): string {
  const { t } = clock
  const key = `outbound.reason.${String(reason)}`
  const isAgain = state === 'waiting' && reason === 'unreachable'
  return t(`outbound.state.${isAgain ? 'again' : state}`, {
    at: saidTime(state === 'waiting' ? nextAt : (endedAt ?? sentAt ?? madeAt), clock),
    reason: t(t.has(key) ? key : 'outbound.reason.other'),
  })
}
