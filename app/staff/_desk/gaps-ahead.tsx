import { DataTable } from '@/components/staff/data-table'
import { gapDays } from '@/lib/domain/rota/gaps-ahead'
import type { GapAhead } from '@/lib/domain/rota/gaps-ahead'
import { wholeHours } from '@/lib/domain/rota/whole-hours'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly gaps: readonly GapAhead[]
  readonly names: ReadonlyMap<string, string>
  /** Where each number leads; nowhere on the page that it leads to. */
  readonly href?: string
  readonly t: Translate
}

/** For how many hours of the days ahead, and of how many, nobody of a district is on duty. */
export function GapsAhead({ gaps, names, href, t }: Props) {
  if (gaps.length === 0) return <p>{t('insight.gaps.none', { days: gapDays })}</p>
  return (
    <>
      <p>{t('insight.gaps.lead', { days: gapDays })}</p>
      <DataTable
        caption={t('insight.gaps.caption', { days: gapDays })}
        columns={[t('insight.where.district'), t('insight.gaps.hours')]}
        rows={gaps.map(({ district, gap, reading }) => {
          const hours = t('insight.gaps.length', {
            hours: wholeHours(gap),
            reading: wholeHours(reading),
          })
          const told =
            href === undefined ? (
              hours
            ) : (
              <a key="hours" href={href}>
                {hours}
              </a>
            )
          return { key: district, cells: [names.get(district) ?? district, told] }
        })}
      />
    </>
  )
}
