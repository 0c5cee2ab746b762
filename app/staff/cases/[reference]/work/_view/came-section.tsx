import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import type { ShownCase } from '@/components/staff/act-form'
import { WorkForm } from '@/components/staff/work/work-form'
import { Button } from '@/components/ui/button'
import type { LinkRequests } from '@/lib/queries/link-requests'

interface Props {
  readonly shown: ShownCase
  readonly came: LinkRequests['came']
  readonly clock: Clock
}

/** Colleagues who ask whether their case and this one belong together, and the answer. */
export function CameSection({ shown, came, clock }: Props) {
  const { t } = clock
  if (came.length === 0) return null
  return (
    <section className="card" aria-labelledby="came-title">
      <h2 id="came-title" className="card-title">
        {t('work.came.title')}
      </h2>
      <p className="mb-2">{t('work.came.hint')}</p>
      {came.map(({ id, who, at, kind, reference }) => (
        <WorkForm key={id} shown={shown} act="answer" className="border-t border-line py-2.5">
          <input type="hidden" name="request" value={id} />
          <p className="mb-2">
            {t(`work.came.${kind}`, { name: who, at: saidTime(at, clock) })}{' '}
            {reference === null ? t('work.came.hidden') : t('work.came.about', { reference })}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button look="quiet" name="answer" value="yes">
              {t('work.came.yes')}
            </Button>
            <Button look="quiet" name="answer" value="no">
              {t('work.came.no')}
            </Button>
          </div>
        </WorkForm>
      ))}
    </section>
  )
}
