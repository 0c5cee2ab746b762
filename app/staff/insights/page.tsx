import { redirect } from 'next/navigation'
import { DataTable } from '@/components/staff/data-table'
import { saidTime } from '@/components/staff/clock'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import { workGroups } from '@/lib/domain/work-sets'
import { countWork, sumOf } from '@/lib/queries/count-work'
import { loadRota } from '@/lib/queries/load-rota'
import { lateByHolder, recentAttempts } from '@/lib/queries/work-of-people'
import { deskClock, districtNames } from '../_desk/clock'
import { ByDistrict } from './_view/by-district'
import { InsightFrame } from './_view/insight-frame'
import { Part } from './_view/part'
import { People } from './_view/people'
import { PlaceFilter } from './_view/place-filter'
import { SetFigures } from './_view/set-figures'
import { placeIn } from './_view/read-place'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** How the desk stands now, for whoever runs it: what needs somebody, where, since when, and who carries how much. */
export default async function InsightPage({ searchParams }: Props) {
  const actor = await requireEntrance('insight')
  if (!mayEnter(actor.role, 'insight-desk')) redirect(staffPaths.ownInsight)
  const clock = deskClock()
  const { t } = clock
  const [query, counts, officers, late, attempts] = await Promise.all([
    searchParams,
    countWork(actor),
    loadRota(actor),
    lateByHolder(actor),
    recentAttempts(actor),
  ])
  const { place, here, narrowed } = placeIn(query, counts)
  const sum = sumOf(here.values())
  const figures = { counts: sum, narrowed, t }
  return (
    <InsightFrame actor={actor} tab="desk">
      <PlaceFilter place={place} action={staffPaths.insight} t={t} />
      <p className="text-ink-soft">{t('insight.asOf', { at: saidTime(clock.now, clock) })}</p>
      <Part id="now" title={t('insight.now.title')}>
        <SetFigures sets={workGroups.now} {...figures} />
      </Part>
      <Part id="promises" title={t('insight.promises.title')}>
        <SetFigures sets={workGroups.promises} {...figures} />
      </Part>
      <Part id="age" title={t('insight.age.title')}>
        <SetFigures sets={workGroups.age} {...figures} />
      </Part>
      <Part id="where" title={t('insight.where.title')}>
        <ByDistrict counts={here} names={districtNames()} t={t} />
      </Part>
      <Part id="people" title={t('insight.people.title')}>
        <People officers={officers} late={late} clock={clock} />
        <p>
          <a href={staffPaths.officerGaps}>{t('insight.people.gaps')}</a>
        </p>
      </Part>
      <Part id="attempts" title={t('insight.attempts.title')}>
        {attempts.length === 0 ? (
          <p>{t('insight.attempts.none')}</p>
        ) : (
          <DataTable
            caption={t('insight.attempts.caption')}
            columns={[t('insight.attempts.result'), t('insight.attempts.count')]}
            rows={attempts.map(({ result, count }) => ({
              key: result,
              cells: [t(`staff.contactResult.${result}`), String(count)],
            }))}
          />
        )}
      </Part>
    </InsightFrame>
  )
}
