import { ActForm } from '@/components/staff/act-form'
import type { ShownCase } from '@/components/staff/act-form'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { clockTones, dueWords } from '@/components/staff/clock-words'
import { NightNote } from '@/components/staff/night-note'
import { Button } from '@/components/ui/button'
import { clockKinds } from '@/lib/domain/clocks/clock-rules'
import { awaitedBy, clockState } from '@/lib/domain/clocks/clock-state'
import type { CaseClock } from '@/lib/domain/clocks/clock-state'

interface Props {
  readonly clocks: readonly CaseClock[]
  readonly shown: ShownCase
  readonly mayReview: boolean
  readonly clock: Clock
}

/** What is due for a case, by when, what it waits for, and why it is later than the force aims for. */
export function ClockCard({ clocks, shown, mayReview, clock }: Props) {
  const { t } = clock
  if (clocks.length === 0) return null
  const inOrder = clockKinds.flatMap((kind) => clocks.filter((one) => one.kind === kind))
  return (
    <section className="card" aria-labelledby="clocks-title" data-by-jobs>
      <h3 id="clocks-title" className="card-title">
        {t('staff.clock.title')}
      </h3>
      <dl className="grid gap-2">
        {inOrder.map((running) => (
          <div key={running.kind} data-clock={running.kind}>
            <dt className="text-ink-soft">{t(`staff.clock.kind.${awaitedBy(running)}`)}</dt>
            <dd>
              <span className={clockTones[clockState(running, clock.now)]}>{dueWords(running, clock)}</span>
              <Why running={running} clock={clock} />
              {running.dueAt === null || running.pausedAt !== null ? null : (
                <NightNote at={running.dueAt} t={t} />
              )}
            </dd>
          </div>
        ))}
      </dl>
      {mayReview ? (
        <ActForm shown={shown} act="review" className="mt-3 grid justify-items-start gap-1">
          <Button look="quiet">{t('staff.clock.review')}</Button>
          <p className="text-sm text-ink-soft">{t('staff.clock.reviewHint')}</p>
        </ActForm>
      ) : null}
    </section>
  )
}

function Why({
  running: { dutyAt, beyondTarget },
  clock,
}: {
  readonly running: CaseClock
  readonly clock: Clock
}) {
  const { t } = clock
  if (dutyAt === null) return null
  return (
    <small className="block text-sm text-ink-soft">
      {t('staff.clock.duty', { at: saidTime(dutyAt, clock) })}
      {beyondTarget ? ` ${t('staff.clock.beyond')}` : ''}
    </small>
  )
}
