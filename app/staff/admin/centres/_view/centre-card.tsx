import { SelectField } from '@/components/staff/act-fields'
import { saidDay } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import type { ListedCentre } from '@/lib/queries/list-centres'

interface Props {
  readonly centre: ListedCentre
  /** Everybody who may work for one. */
  readonly people: ListedCentre['workers']
  readonly clock: Clock
}

/** One centre: who works for it, somebody to add, and a button to stop it. */
export function CentreCard({ centre: { id, name, stoppedAt, workers }, people, clock }: Props) {
  const { t } = clock
  const others = people.filter((person) => !workers.some((worker) => worker.id === person.id))
  return (
    <article className="card grid gap-3" aria-labelledby={`centre-${id}`}>
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 id={`centre-${id}`} className="font-semibold">
          {name}
        </h3>
        {stoppedAt === null ? null : (
          <p className="text-sm text-ink-soft">
            {t('sent.centres.stopped', { day: saidDay(stoppedAt, clock) })}
          </p>
        )}
      </header>
      <p>
        {workers.length === 0
          ? t('sent.centres.nobody')
          : t('sent.centres.workers', { names: workers.map((worker) => worker.name).join(', ') })}
      </p>
      {stoppedAt !== null ? null : (
        <>
          {others.length === 0 ? null : (
            <form method="post" action={staffPaths.centresChange} className="flex flex-wrap items-end gap-2">
              <input type="hidden" name="act" value="place" />
              <input type="hidden" name="id" value={id} />
              <SelectField
                id={`worker-${id}`}
                name="account"
                label={t('sent.centres.worker')}
                any={t('sent.centres.choose')}
                options={others.map((person) => ({ value: person.id, label: person.name }))}
                value={undefined}
              />
              <Button look="quiet">{t('sent.centres.place')}</Button>
            </form>
          )}
          <form method="post" action={staffPaths.centresChange}>
            <input type="hidden" name="act" value="stop" />
            <input type="hidden" name="id" value={id} />
            <Button look="danger">{t('sent.centres.stop', { name })}</Button>
          </form>
        </>
      )}
    </article>
  )
}
