import { ActForm } from '@/components/staff/act-form'
import type { ShownCase } from '@/components/staff/act-form'
import { ReasonField } from '@/components/staff/act-fields'
import type { Kept } from '@/components/staff/case-acts'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { Button } from '@/components/ui/button'

interface Props {
  readonly shown: ShownCase
  readonly tensionAt: Date | null
  /** The case is open: the mark of one that is closed stays as it is. */
  readonly mayChange: boolean
  readonly kept: Kept | null
  readonly clock: Clock
}

/** For supervisors: whether a community may be in tension over the case. */
export function TensionCard({ shown, tensionAt, mayChange, kept, clock }: Props) {
  const { t } = clock
  const typed = kept?.form === 'tension' ? kept.values.reason : undefined
  const act = tensionAt === null ? 'mark' : 'lift'
  return (
    <section className="card" aria-labelledby="tension-title">
      <h3 id="tension-title" className="card-title">
        {t('casework.tension.title')}
      </h3>
      <p>
        {tensionAt === null
          ? t('casework.tension.none')
          : t('casework.tension.marked', { at: saidTime(tensionAt, clock) })}
      </p>
      {mayChange ? (
        <details open={typed !== undefined} className="mt-2 border-t border-line pt-2.5">
          <summary className="cursor-pointer font-semibold text-brand">
            {t(`casework.tension.${act}`)}
          </summary>
          <ActForm shown={shown} act="tension" className="mt-2.5 grid gap-3">
            <ReasonField
              id="tension-reason"
              name="reason"
              label={t('casework.tension.reason')}
              hint={t('casework.tension.reasonHint')}
              value={typed}
            />
            <div>
              <Button look="quiet" name="act" value={act === 'mark' ? 'tension-marked' : 'tension-lifted'}>
                {t(`casework.tension.${act}`)}
              </Button>
            </div>
          </ActForm>
        </details>
      ) : null}
    </section>
  )
}
