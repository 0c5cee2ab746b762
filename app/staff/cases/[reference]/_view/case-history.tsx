import type { Clock } from '@/components/staff/clock'
import { History } from '@/components/staff/history'
import { staffPaths } from '@/lib/config/paths'
import { forceNames } from '../../../_desk/clock'
import type { listCaseHistory } from '@/lib/queries/list-case-history'

interface Props {
  readonly reference: string
  readonly history: Awaited<ReturnType<typeof listCaseHistory>>
  /** Opened notes by box id; null where there is nothing left to open. */
  readonly notes: ReadonlyMap<string, string> | null
  readonly clock: Clock
}

/** The history of the case, with notes for those who may read them. */
export function CaseHistory({ reference, history: { entries, names }, notes, clock }: Props) {
  const items = entries.map((entry) => ({
    ...entry,
    note: entry.boxId === null ? null : (notes?.get(entry.boxId) ?? null),
  }))
  return (
    <section>
      <div className="mb-3 flex flex-wrap items-baseline gap-x-4">
        <h2 className="text-lg">{clock.t('staff.case.history')}</h2>
        {notes === null ? null : (
          <a href={staffPaths.caseStory(reference)} className="text-sm">
            {clock.t('casework.story.read')}
          </a>
        )}
      </div>
      <History items={items} names={new Map([...names, ...forceNames()])} clock={clock} />
    </section>
  )
}
