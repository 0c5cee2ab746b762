import { redirect } from 'next/navigation'
import { CalendarPreview, CalendarUpload } from '@/components/staff/duty/calendar-forms'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import { calendarProblems, readUnderstood } from '@/lib/domain/rota/understood-calendar'
import type { Translate } from '@/lib/i18n/translate'
import { deskClock } from '../../_desk/clock'
import { keptForm } from '../../_http/kept-form'
import { DutyFrame } from './duty-frame'
import { dutyAt } from './duty-place'
import type { DutyPlace } from './duty-place'

type Query = Readonly<Record<string, string | string[] | undefined>>

interface Props {
  readonly actor: Actor
  readonly place: DutyPlace
  readonly query: Query
}

/** Sends a calendar to be read, and shows what was understood of it before anything is saved. */
export async function CalendarView({ actor, place, query }: Props) {
  const clock = deskClock()
  const { t, now } = clock
  const duty = await dutyAt(actor, place, { startsAt: now, endsAt: now })
  if (!duty.mayChange) redirect(staffPaths.duty(place))
  const page = staffPaths.dutyCalendar(place)
  const [kept, read] = [await keptForm(actor, page), await keptForm(actor, page, 'calendar')]
  const error = fileProblem(query, t)
  const problems = error === undefined ? [] : [{ field: 'calendar-file', message: error }]
  const forms = { place, version: duty.version, actorId: actor.id, kept, problems: [], t }
  const use = read?.values.use === 'leave' ? 'leave' : 'duty'
  return (
    <DutyFrame {...{ actor, duty, query, kept, problems }} heading={t('staff.duty.calendar.pageTitle')}>
      {read === null || error !== undefined ? null : (
        <CalendarPreview understood={readUnderstood(read.values)} {...{ use, forms, clock }} />
      )}
      <p className="mb-4 max-w-measure">{t('staff.duty.calendar.pageLead')}</p>
      <CalendarUpload forms={forms} isOwn={duty.isOwn} error={error} />
    </DutyFrame>
  )
}

/** What was wrong with the file, if anything. */
function fileProblem({ calendar, problem }: Query, t: Translate): string | undefined {
  const code = problem === 'wrong-type' ? 'not-a-calendar' : problem === 'too-large' ? problem : calendar
  const known = calendarProblems.find((one) => one === code)
  return known === undefined ? undefined : t(`staff.duty.calendar.problem.${known}`)
}
