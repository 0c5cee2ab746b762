import { CalendarPreview, CalendarUpload } from '@/components/staff/duty/calendar-forms'
import type { FieldProblem } from '@/components/staff/field-problem'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import { calendarProblems, readUnderstood, readUse } from '@/lib/domain/rota/understood-calendar'
import type { CalendarUse } from '@/lib/domain/rota/understood-calendar'
import type { KeptAct } from '@/lib/drafts/kept-act'
import type { Translate } from '@/lib/i18n/translate'
import { deskClock } from '../../_desk/clock'
import { keptForm } from '../../_http/kept-form'
import { DutyFrame } from './duty-frame'
import { dutyAt, leadToDuty } from './duty-place'
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
  if (!duty.mayChange) leadToDuty(place, query)
  const page = staffPaths.dutyCalendar(place)
  const [kept, read] = [await keptForm(actor, page), await keptForm(actor, page, 'calendar')]
  const problems = calendarProblem(query, t)
  const forms = { place, version: duty.version, actorId: actor.id, kept, problems, t }
  const use = read?.values.use === 'leave' ? 'leave' : 'duty'
  return (
    <DutyFrame {...{ actor, duty, query, kept, problems }} heading={t('staff.duty.calendar.pageTitle')}>
      {read === null || problems.length > 0 ? null : (
        <CalendarPreview understood={readUnderstood(read.values)} {...{ use, forms, clock }} />
      )}
      <p className="mb-4 max-w-measure">{t('staff.duty.calendar.pageLead')}</p>
      <CalendarUpload forms={forms} isOwn={duty.isOwn} chosen={chosenBefore(query, kept)} />
    </DutyFrame>
  )
}

/** What the calendar was said to be in the form that was not taken. Of any other time nothing is remembered: it is asked anew. */
function chosenBefore({ calendar, form }: Query, kept: KeptAct | null): CalendarUse | null {
  const isOfNow = calendar !== undefined || form === 'calendar-read'
  return isOfNow && kept?.form === 'calendar-read' ? readUse(kept.values.use) : null
}

/** What was wrong with the form, if anything: at most one thing. */
function calendarProblem({ calendar, problem }: Query, t: Translate): readonly FieldProblem[] {
  const code = problem === 'wrong-type' ? 'not-a-calendar' : problem === 'too-large' ? problem : calendar
  const known = calendarProblems.find((one) => one === code)
  if (known === undefined) return []
  const field = known === 'no-use' ? 'calendar-use' : 'calendar-file'
  return [{ field, message: t(`staff.duty.calendar.problem.${known}`) }]
}
