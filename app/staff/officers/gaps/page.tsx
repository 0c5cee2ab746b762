import { saidDay } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { DataTable } from '@/components/staff/data-table'
import { requireEntrance } from '@/lib/auth/require-actor'
import { currentForce } from '@/lib/config/current-force'
import { gapsOf, gapWeeks, isEmptyWeek } from '@/lib/domain/rota/gaps'
import type { WeekGaps } from '@/lib/domain/rota/gaps'
import { gapDays, gapsAhead } from '@/lib/domain/rota/gaps-ahead'
import { wholeHours } from '@/lib/domain/rota/whole-hours'
import { loadRota } from '@/lib/queries/load-rota'
import { deskClock, districtNames } from '../../_desk/clock'
import { GapsAhead } from '../../_desk/gaps-ahead'
import { OfficersFrame } from '../_view/officers-frame'

/** In the days ahead, and by district and week: for how many of the reading hours nobody of the district is on duty. */
export default async function GapsPage() {
  const actor = await requireEntrance('rota-oversight')
  const clock = deskClock()
  const { t, now } = clock
  const force = currentForce()
  const rota = await loadRota(actor)
  const found = gapsOf(rota, now, force)
  const { from, to } = force.readingHours
  return (
    <OfficersFrame actor={actor} tab="gaps">
      <h1 className="text-xl">{t('staff.officer.tab.gaps')}</h1>
      <p className="mt-1 mb-4 max-w-measure text-ink-soft">
        {t('staff.officer.gaps.lead', { from, to, weeks: gapWeeks })}
      </p>
      <section aria-labelledby="ahead-title" className="mb-6 grid gap-2">
        <h2 id="ahead-title" className="text-lg">
          {t('staff.officer.gaps.ahead', { days: gapDays })}
        </h2>
        <GapsAhead gaps={gapsAhead(rota, now, force)} names={districtNames()} t={t} />
      </section>
      <Empty found={found.filter(isEmptyWeek)} clock={clock} />
      <h2 className="mt-6 mb-2 text-lg">{t('staff.officer.gaps.table')}</h2>
      <GapsTable found={found} clock={clock} />
    </OfficersFrame>
  )
}

interface Props {
  readonly found: readonly WeekGaps[]
  readonly clock: Clock
}

/** The weeks in which a district has nobody at all. */
function Empty({ found, clock }: Props) {
  const { t } = clock
  const districts = districtNames()
  if (found.length === 0)
    return <p className="notice tone-good mb-4 py-2">{t('staff.officer.gaps.noneEmpty')}</p>
  return (
    <section aria-labelledby="empty-title" className="notice tone-warn mb-4">
      <h2 id="empty-title" className="text-lg">
        {t('staff.officer.gaps.empty', { count: found.length })}
      </h2>
      <ul className="bullets mt-1">
        {found.map(({ district, week, gap, neighbours }) => (
          <li key={`${district} ${week}`}>
            {t('staff.officer.gaps.emptyWeek', {
              district: districts.get(district) ?? t('staff.district.gone'),
              week: saidDay(new Date(week), clock),
              share: share(neighbours, gap),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

function GapsTable({ found, clock }: Props) {
  const { t } = clock
  const districts = districtNames()
  const weeks = [...new Set(found.map(({ week }) => week))].sort()
  const columns = [t('staff.officer.gaps.district'), ...weeks.map((week) => saidDay(new Date(week), clock))]
  const there = new Set(found.map(({ district }) => district))
  const rows = [...districts]
    .filter(([id]) => there.has(id))
    .map(([id, name]) => ({
      key: id,
      cells: [
        <b key="name">{name}</b>,
        ...weeks.map((week) => {
          const cell = found.find((one) => one.district === id && one.week === week)
          return cell === undefined ? '' : <Cell key={week} cell={cell} clock={clock} />
        }),
      ],
    }))
  return <DataTable caption={t('staff.officer.gaps.table')} columns={columns} rows={rows} />
}

function Cell({ cell, clock: { t } }: { readonly cell: WeekGaps; readonly clock: Clock }) {
  const { gap, reading, neighbours } = cell
  if (gap === 0) return t('staff.officer.gaps.covered')
  return (
    <>
      <span className={isEmptyWeek(cell) ? 'font-semibold text-warn' : undefined}>
        {isEmptyWeek(cell)
          ? t('staff.officer.gaps.nobody')
          : t('staff.officer.gaps.hours', { gap: wholeHours(gap), reading: wholeHours(reading) })}
      </span>
      <span className="block text-sm text-ink-soft">
        {t('staff.officer.gaps.share', { share: share(neighbours, gap) })}
      </span>
    </>
  )
}

/** Of how much of a gap, in words' codes. */
function share(part: number, whole: number): 'all' | 'some' | 'none' {
  if (part === 0) return 'none'
  return part === whole ? 'all' : 'some'
}
