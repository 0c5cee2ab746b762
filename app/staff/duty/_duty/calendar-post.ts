import 'server-only'
import { readCalendar } from '@/lib/adapters/calendar/read-calendar'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { localTime } from '@/lib/domain/calendar'
import { DomainError } from '@/lib/domain/errors'
import { calendarLimits, writeUnderstood } from '@/lib/domain/rota/understood-calendar'
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
    async ({ actor }, field) => {
      // Nobody has a calendar read that they could not save.
      const officerId = await officerAt(actor, place)
      if (actor.role !== 'supervisor' && officerId !== (await ownOfficer(actor)))
        throw new DomainError('forbidden')
      const use = field('use') === 'leave' ? 'leave' : 'duty'
      const file = bytes()
      const understood = file === null ? 'no-file' : await readCalendar(file, { use, ...nextTwelveMonths() })
      if (typeof understood === 'string') return withQuery(page, { calendar: understood })
      await forgetKept(actor.id, 'calendar')
      const values = { use, ...writeUnderstood(understood) }
      const kept = { page, form: 'calendar', fields: Object.keys(values) }
      await keepForm(actor.id, kept, new URLSearchParams(values), 'calendar')
      return page
    },
  )
}

function nextTwelveMonths() {
  const force = currentForce()
  const from = now()
  return { force, from, to: new Date(localTime(from, force).add({ months: 12 }).epochMilliseconds) }
}
