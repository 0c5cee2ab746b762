import { dayWords } from '@/components/staff/duty/duty-words'
import { Extras, Leave } from '@/components/staff/duty/occasions'
import { PatternList } from '@/components/staff/duty/pattern-list'
import { WeekGrid } from '@/components/staff/duty/week-grid'
import type { Clock } from '@/components/staff/clock'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { localTime } from '@/lib/domain/calendar'
import type { Actor } from '@/lib/domain/policy'
import { reckonedAhead } from '@/lib/domain/rota/duty-sources'
import { mondayOf, presetIds } from '@/lib/domain/rota/presets'
import { readWeek, spanOfWeeks, weeksFrom, weeksOf } from '@/lib/domain/rota/weeks'
import { deskClock } from '../../_desk/clock'
import { keptForm } from '../../_http/kept-form'
import { DutyFrame } from './duty-frame'
import { dutyAt } from './duty-place'
import type { DutyPlace, ShownDuty } from './duty-place'
import { dutyProblems } from './duty-problems'

interface Props {
  readonly actor: Actor
  readonly place: DutyPlace
  readonly query: Readonly<Record<string, string | string[] | undefined>>
}

const shownWeeks = 4

/** When somebody is on duty, week by week, and what that is reckoned from. */
export async function DutyView({ actor, place, query }: Props) {
  const clock = deskClock()
  const { t, now } = clock
  const today = localTime(now, currentForce()).toPlainDate().toString()
  const monday = readWeek(query.week, mondayOf(today))
  const duty = await dutyAt(actor, place, spanOfWeeks(monday, shownWeeks, currentForce()))
  const kept = await keptForm(actor, staffPaths.duty(place))
  const problems = dutyProblems(query.problem, kept, duty.patterns, clock)
  const forms = duty.mayChange ? { place, version: duty.version, actorId: actor.id, kept, problems, t } : null
  const isEmpty = duty.patterns.length === 0 && duty.extras.length === 0 && duty.shifts.length === 0
  const weeks = weeksOf(monday, shownWeeks, { shifts: duty.shifts, leave: duty.away }, currentForce())
  return (
    <DutyFrame {...{ actor, duty, query, kept, problems }}>
      <p className="mb-3 max-w-measure text-ink-soft">
        {t(duty.isOwn ? 'staff.duty.lead' : 'staff.duty.leadOf')}{' '}
        {duty.mayChange ? null : t('staff.duty.readOnly')}
      </p>
      {isEmpty ? (
        <p className="notice tone-warn mb-4">{t('staff.duty.none', { who: duty.isOwn ? 'you' : 'they' })}</p>
      ) : null}
      <h2 className="mb-2 text-lg">{t('staff.duty.weeks.title')}</h2>
      <WeekGrid weeks={weeks} today={today} clock={clock} />
      <WeekLinks place={place} monday={monday} clock={clock} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <PatternList
          {...{ patterns: duty.patterns, forms, clock }}
          editHref={(id) => staffPaths.dutyPattern(place, [['id', id]])}
          presets={presetIds.map((id) => ({
            href: staffPaths.dutyPattern(place, [['preset', id]]),
            label: t(`staff.duty.pattern.preset.${id}`),
          }))}
        />
        <Leave occasions={duty.leave} isOwn={duty.isOwn} {...{ forms, clock }} />
        <Extras occasions={duty.extras} {...{ forms, clock }} />
        <CalendarCard duty={duty} clock={clock} />
      </div>
    </DutyFrame>
  )
}

interface LinksProps {
  readonly place: DutyPlace
  readonly monday: string
  readonly clock: Clock
}

function WeekLinks({ place, monday, clock }: LinksProps) {
  const { t, now } = clock
  const until = localTime(new Date(now.getTime() + reckonedAhead), currentForce()).toPlainDate()
  return (
    <div className="mb-6 flex flex-wrap gap-x-4 gap-y-1">
      <a href={staffPaths.duty(place, weeksFrom(monday, -shownWeeks))}>{t('staff.duty.weeks.earlier')}</a>
      <a href={staffPaths.duty(place)}>{t('staff.duty.weeks.now')}</a>
      <a href={staffPaths.duty(place, weeksFrom(monday, shownWeeks))}>{t('staff.duty.weeks.later')}</a>
      <span className="text-ink-soft">
        {t('staff.duty.until', { day: dayWords(until.toString(), clock) })}
      </span>
    </div>
  )
}

function CalendarCard({ duty, clock: { t } }: { readonly duty: ShownDuty; readonly clock: Clock }) {
  return (
    <section className="card" aria-labelledby="calendar-title">
      <h2 id="calendar-title" className="mb-1 text-lg">
        {t('staff.duty.calendar.title')}
      </h2>
      <p className="mb-2 max-w-measure text-ink-soft">{t('staff.duty.calendar.lead')}</p>
      <ul className="bullets">
        <li>
          <a href={staffPaths.dutyFile(duty.place)} download>
            {t('staff.duty.calendar.download')}
          </a>
          <span className="block text-sm text-ink-soft">{t('staff.duty.calendar.downloadHint')}</span>
        </li>
        {duty.mayChange ? (
          <li>
            <a href={staffPaths.dutyCalendar(duty.place)}>{t('staff.duty.calendar.import')}</a>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
