import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import { writeQuestion } from '@/lib/domain/figures/question'
import { monthsIn } from '@/lib/domain/received-months'
import { pastOf } from '@/lib/queries/newest-of-past'
import type { QueueRead } from './read-queue'

/** What a list of the cases of some months is, beside a published figure: the same words whether or not the two differ. */
export function QueueMonths({ page }: { readonly page: QueueRead }) {
  const { actor, filters, clock } = page
  const { t } = clock
  const months = monthsIn(filters)
  if (months === null) return null
  const maySeeFigures = mayEnter(actor.role, 'figures')
  return (
    <div className="mb-3.5 grid max-w-[46rem] gap-1">
      <p>{t(maySeeFigures ? 'behind.besideFigures' : 'behind.note')}</p>
      {pastOf(filters)?.hasOpen === true ? <p>{t('behind.order')}</p> : null}
      {maySeeFigures ? (
        <a
          href={staffPaths.figuresAsked(writeQuestion({ from: months.from, to: months.until, filters: [] }))}
          className="w-fit text-sm"
        >
          {t('behind.figures')}
        </a>
      ) : null}
    </div>
  )
}
