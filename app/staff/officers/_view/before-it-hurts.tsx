import { saidDay } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { gapsOf, gapWeeks, isEmptyWeek } from '@/lib/domain/rota/gaps'
import { localTime } from '@/lib/domain/calendar'
import { daysAfter, lapseAhead } from '@/lib/domain/training'
import type { RotaMember } from '@/lib/queries/load-rota'
import { districtNames } from '../../_desk/clock'

interface Props {
  readonly officers: readonly RotaMember[]
  readonly clock: Clock
}

/** What a supervisor has to see to soon, in two lines: weeks in which a district has nobody, and training that ends. Nothing where all is well. */
export function BeforeItHurts({ officers, clock }: Props) {
  const { t, now } = clock
  const force = currentForce()
  const [first, ...others] = gapsOf(officers, now, force).filter(isEmptyWeek)
  const soon = daysAfter(localTime(now, force).toPlainDate().toString(), lapseAhead)
  const ending = officers.filter(
    ({ active, trainingUntil }) =>
      active && (trainingUntil === null || trainingUntil.toISOString().slice(0, 10) <= soon),
  ).length
  if (first === undefined && ending === 0) return null
  return (
    <div className="notice tone-warn mb-4">
      {first === undefined ? null : (
        <p>
          {t('staff.officer.gaps.banner', {
            count: others.length + 1,
            weeks: gapWeeks,
            district: districtNames().get(first.district) ?? first.district,
            week: saidDay(new Date(first.week), clock),
          })}{' '}
          <a href={staffPaths.officerGaps}>{t('staff.officer.gaps.see')}</a>
        </p>
      )}
      {ending === 0 ? null : (
        <p>
          {t('staff.officer.training.banner', { count: ending, days: lapseAhead })}{' '}
          <a href={staffPaths.officerTraining}>{t('staff.officer.training.see')}</a>
        </p>
      )}
    </div>
  )
}
