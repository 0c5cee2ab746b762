import { DataTable } from '@/components/staff/data-table'
import type { Clock } from '@/components/staff/clock'
import { dutyWords } from '@/components/staff/officer-words'
import { staffPaths } from '@/lib/config/paths'
import type { RotaMember } from '@/lib/queries/load-rota'

interface Props {
  readonly officers: readonly RotaMember[]
  /** How many cases with something late each account holds. */
  readonly late: ReadonlyMap<string, number>
  readonly clock: Clock
}

/** What each officer holds, the fullest first. */
export function People({ officers, late, clock }: Props) {
  const { t } = clock
  const share = ({ openCases, openLimit }: RotaMember) => openCases / Math.max(1, openLimit)
  const active = officers.filter((officer) => officer.active)
  const rows = active
    .filter(({ openCases }) => openCases > 0)
    .toSorted((one, other) => share(other) - share(one))
  const free = <p>{t('insight.people.free', { count: active.length - rows.length })}</p>
  if (rows.length === 0) return free
  return (
    <>
      <DataTable
        caption={t('insight.people.caption')}
        columns={(['name', 'holds', 'late', 'duty'] as const).map((column) => t(`insight.people.${column}`))}
        rows={rows.map((officer) => ({
          key: officer.id,
          cells: [
            <a key="name" href={staffPaths.officer(officer.id)} className="font-semibold wrap-anywhere">
              <bdi>{officer.name}</bdi>
            </a>,
            t('insight.people.of', { open: officer.openCases, limit: officer.openLimit }),
            String(late.get(officer.accountId) ?? 0),
            dutyWords(officer, clock),
          ],
        }))}
      />
      {free}
    </>
  )
}
