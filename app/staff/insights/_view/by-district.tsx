import { DataTable } from '@/components/staff/data-table'
import { staffPaths } from '@/lib/config/paths'
import { nowhere } from '@/lib/domain/queue-filters'
import type { WorkSet } from '@/lib/domain/work-sets'
import type { Translate } from '@/lib/i18n/translate'
import type { WorkCounts } from '@/lib/queries/count-work'

interface Props {
  readonly counts: WorkCounts
  readonly names: ReadonlyMap<string, string>
  readonly t: Translate
}

const columns = [
  'danger',
  'late',
  'no-attempt',
  'unopened',
  'nobody',
  'answer-waited',
] as const satisfies readonly WorkSet[]

/** What needs somebody, district by district: where there is danger first, and then where most is late. */
export function ByDistrict({ counts, names, t }: Props) {
  const rows = [...counts]
    .filter(([, { open }]) => open > 0)
    .toSorted(
      ([, one], [, other]) => other.danger - one.danger || other.late - one.late || other.open - one.open,
    )
  return (
    <DataTable
      caption={t('insight.where.caption')}
      columns={[
        t('insight.where.district'),
        t('insight.where.open'),
        ...columns.map((set) => t(`insight.set.${set}`)),
      ]}
      rows={rows.map(([district, of]) => ({
        key: district,
        cells: [
          district === nowhere ? t('staff.queue.noDistrict') : (names.get(district) ?? district),
          <a key="open" href={staffPaths.workSet('open', [['district', district]])}>
            {of.open}
          </a>,
          ...columns.map((set) =>
            of[set] === 0 ? (
              '0'
            ) : (
              <a key={set} href={staffPaths.workSet(set, [['district', district]])}>
                {of[set]}
              </a>
            ),
          ),
        ],
      }))}
    />
  )
}
