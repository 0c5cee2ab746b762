import 'server-only'
import { readCalendar } from '@/lib/adapters/calendar/read-calendar'
import { now } from '@/lib/adapters/clock'
import { noteRefused } from '@/lib/commands/on-officer'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { localTime } from '@/lib/domain/calendar'
import { DomainError } from '@/lib/domain/errors'
import { calendarLimits, readUse, writeUnderstood } from '@/lib/domain/rota/understood-calendar'
import type { CalendarProblem, CalendarUse, UnderstoodCalendar } from '@/lib/domain/rota/understood-calendar'
import { ownOfficer } from '@/lib/queries/own-officer'
import { fileUpload } from '../../_http/file-upload'
import { deskPost } from '../../_http/desk-post'
import { forgetKept, keepForm, withQuery } from '../../_http/kept-form'
import { officerAt } from './duty-place'
import type { DutyPlace } from './duty-place'
import { closedAt } from './duty-post'

/** Reads a calendar somebody sent, and keeps what was understood, under a key in their browser alone, until they have looked at it. */
export function calendarPost(request: Request, place: DutyPlace): Promise<Response> {
  const page = staffPaths.dutyCalendar(place)
  const { read, bytes } = fileUpload('file', calendarLimits.bytes)
  const form = { page, form: 'calendar-read', fields: ['use'], read }
  return deskPost(
    request,
    { ...form, closedPart: ({ actor }) => closedAt(actor, place) },
    async ({ actor }, field, posted) => {
      // Nobody has a calendar read that they could not save.
      const officerId = await officerAt(actor, place)
      if (actor.role !== 'supervisor' && officerId !== (await ownOfficer(actor))) {
        await noteRefused(actor)
        throw new DomainError('forbidden')
      }
      const use = readUse(field('use'))
      const understood = await understoodOf(bytes(), use)
      if (typeof understood === 'string') {
        await keepForm(actor.id, form, posted)
        return withQuery(page, { calendar: understood })
      }
      await forgetKept(actor.id, 'calendar')
      const values = { use: use ?? '', ...writeUnderstood(understood) }
      const kept = { page, form: 'calendar', fields: Object.keys(values) }
      await keepForm(actor.id, kept, new URLSearchParams(values), 'calendar')
      return page
    },
  )
}

/** What is in a file, taken for what it was said to be. Nothing is taken for duty, or for time away, that nobody said was. */
async function understoodOf(
  file: Uint8Array | null,
  use: CalendarUse | null,
): Promise<UnderstoodCalendar | CalendarProblem> {
  if (use === null) return 'no-use'
  return file === null ? 'no-file' : readCalendar(file, { use, ...nextTwelveMonths() })
}

function nextTwelveMonths() {
  const force = currentForce()
  const from = now()
  return { force, from, to: new Date(localTime(from, force).add({ months: 12 }).epochMilliseconds) }
}
