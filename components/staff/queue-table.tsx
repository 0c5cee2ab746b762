import { QueueTableRow } from '@/components/staff/queue-table-row'
import type { RowSetting } from '@/components/staff/queue-table-row'
import type { QueueItem } from '@/components/staff/queue-item'

interface Props extends RowSetting {
  readonly items: readonly QueueItem[]
  /** Reference of the case in view beside the table. */
  readonly selected: string | null
}

const columns = ['risk', 'case', 'about', 'promised', 'officer'] as const

/** The queue: a table on a wide screen, cards on a narrow one, the same rows in the same order. */
export function QueueTable({ items, selected, ...setting }: Props) {
  const { t } = setting.clock
  return (
    <table className="w-full border-collapse tabular-nums max-md:block">
      <caption className="sr-only">{t('staff.queue.caption')}</caption>
      <thead className="max-md:sr-only">
        <tr>
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              className="border-b border-line-strong px-2.5 py-1.5 text-start text-sm font-semibold whitespace-nowrap text-ink-soft"
            >
              {t(`staff.queue.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:grid max-md:gap-3">
        {items.map((item) => (
          <QueueTableRow
            key={item.reference}
            item={item}
            selected={item.reference === selected}
            {...setting}
          />
        ))}
      </tbody>
    </table>
  )
}
