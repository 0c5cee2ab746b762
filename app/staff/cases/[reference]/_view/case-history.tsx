import type { Clock } from '@/components/staff/clock'
import { History } from '@/components/staff/history'
import { forceNames } from '../../../_desk/clock'
import type { listCaseHistory } from '@/lib/queries/list-case-history'

interface Props {
  readonly history: Awaited<ReturnType<typeof listCaseHistory>>
  /** Opened notes by box id; empty for those who may not open the case. */
  readonly notes: ReadonlyMap<string, string>
  readonly clock: Clock
}

/** The history of the case, with notes for those who may read them. */
export function CaseHistory({ history: { entries, names }, notes, clock }: Props) {
  const items = entries.map((entry) => ({
    ...entry,
    note: entry.boxId === null ? null : (notes.get(entry.boxId) ?? null),
  }))
  return (
    <section>
      <h2 className="mb-3 text-lg">{clock.t('staff.case.history')}</h2>
      <History items={items} names={new Map([...names, ...forceNames()])} clock={clock} />
    </section>
  )
}
