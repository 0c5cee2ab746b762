import type { Clock } from '@/components/staff/clock'
import type { ShownCase } from '@/components/staff/act-form'
import { TiesList } from '@/components/staff/work/ties-list'
import { WorkForm } from '@/components/staff/work/work-form'
import { Button } from '@/components/ui/button'
import type { CaseTies } from '@/lib/queries/ties-of-case'

interface Props {
  readonly shown: ShownCase
  readonly ties: CaseTies
  readonly clock: Clock
}

/** What a case is tied to now, and how each link is taken back. */
export function TiesSection({ shown, ties, clock }: Props) {
  const { t } = clock
  const isAlone = ties.merged.length + ties.links.length === 0
  return (
    <section className="card" aria-labelledby="ties-title">
      <h2 id="ties-title" className="card-title">
        {t('work.tied.title')}
      </h2>
      {isAlone ? <p>{t('work.tied.none')}</p> : <TiesList ties={ties} clock={clock} />}
      {ties.links.map(({ reference }) => (
        <WorkForm key={reference} shown={shown} act="unlink" className="mt-2">
          <input type="hidden" name="other" value={reference} />
          <Button look="quiet">{t('work.link.remove', { reference })}</Button>
        </WorkForm>
      ))}
    </section>
  )
}
