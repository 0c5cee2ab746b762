import { DataTable } from '@/components/staff/data-table'
import { staffPaths } from '@/lib/config/paths'
import { gapDays } from '@/lib/domain/rota/gaps-ahead'
import type { GapAhead } from '@/lib/domain/rota/gaps-ahead'
import { wholeHours } from '@/lib/domain/rota/whole-hours'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly gaps: readonly GapAhead[]
  readonly names: ReadonlyMap<string, string>
  readonly t: Translate
}

/** For how many hours of the days ahead nobody of a district is on duty; each number leads to the rota, week by week. */
export function Gaps({ gaps, names, t }: Props) {
  if (gaps.length === 0) return <p>{t('insight.gaps.none', { days: gapDays })}</p>
  return (
    <>
      <p>{t('insight.gaps.lead', { days: gapDays })}</p>
      <DataTable
        caption={t('insight.gaps.caption', { days: gapDays })}
        columns={[t('insight.where.district'), t('insight.gaps.hours')]}
        rows={gaps.map(({ district, gap }) => ({
          key: district,
          cells: [
            names.get(district) ?? district,
            <a key="hours" href={staffPaths.officerGaps}>
              {t('insight.gaps.length', { hours: wholeHours(gap) })}
            </a>,
          ],
        }))}
      />
    </>
  )
}
