import 'server-only'
import { endPattern, removePattern } from '@/lib/commands/duty/end-pattern'
import { addExtra, removeExtra } from '@/lib/commands/duty/change-extra'
import { addLeave, endLeave } from '@/lib/commands/duty/change-leave'
import { savePattern } from '@/lib/commands/duty/save-pattern'
import { takeCalendar } from '@/lib/commands/duty/take-calendar'
import type { OfficerSeen } from '@/lib/commands/on-officer'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { DeskArea } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import { endFields, extraFields, leaveFields } from '@/lib/domain/rota/read-occasion'
import { patternFields, readCycle, shownOtherwise } from '@/lib/domain/rota/read-pattern'
import type { Typed } from '@/lib/domain/rota/read-pattern'
import { readUnderstood } from '@/lib/domain/rota/understood-calendar'
import { deskPost } from '../../_http/desk-post'
import { forgetKept, keepForm, keptForm, withQuery } from '../../_http/kept-form'
import { officerAt } from './duty-place'
import type { DutyPlace } from './duty-place'

/** One form of the duty pages: where it is, what is kept of it, and what it does. It gives the code of the words that say so. */
interface DutyDeed {
  readonly page: (place: DutyPlace) => string
  readonly fields: readonly string[]
  readonly run: (actor: Actor, seen: OfficerSeen, field: Typed, place: DutyPlace) => Promise<string>
}

const onDuty = (place: DutyPlace) => staffPaths.duty(place)
const onCalendar = (place: DutyPlace) => staffPaths.dutyCalendar(place)

const saying =
  (done: string, run: (actor: Actor, seen: OfficerSeen, field: Typed) => Promise<void>): DutyDeed['run'] =>
  async (actor, seen, field) => {
    await run(actor, seen, field)
    return done
  }

const deeds = new Map<string, DutyDeed>([
  [
    'pattern-save',
    {
      page: (place) => staffPaths.dutyPattern(place),
      fields: patternFields,
      run: saying('pattern-saved', savePattern),
    },
  ],
  [
    'pattern-end',
    {
      page: onDuty,
      fields: ['id', ...endFields],
      run: saying('pattern-ended', (actor, seen, field) => endPattern(actor, seen, field('id'), field)),
    },
  ],
  [
    'pattern-remove',
    {
      page: onDuty,
      fields: [],
      run: saying('pattern-removed', (actor, seen, field) => removePattern(actor, seen, field('id'))),
    },
  ],
  ['extra-add', { page: onDuty, fields: extraFields, run: saying('extra-added', addExtra) }],
  [
    'extra-remove',
    {
      page: onDuty,
      fields: [],
      run: saying('extra-removed', (actor, seen, field) => removeExtra(actor, seen, field('id'))),
    },
  ],
  ['leave-add', { page: onDuty, fields: leaveFields, run: saying('leave-added', addLeave) }],
  [
    'leave-end',
    {
      page: onDuty,
      fields: [],
      run: saying('leave-ended', (actor, seen, field) => endLeave(actor, seen, field('id'))),
    },
  ],
  [
    'calendar-save',
    { page: onCalendar, fields: [], run: (actor, seen, _field, place) => saveCalendar(actor, seen, place) },
  ],
  ['calendar-drop', { page: onCalendar, fields: [], run: dropCalendar }],
])

/** The part of the desk a place belongs to, where it is closed to somebody. */
export function closedAt(actor: Actor, place: DutyPlace): DeskArea | null {
  if (place === null) return mayEnter(actor.role, 'duty') ? null : 'duty'
  return mayEnter(actor.role, 'officers') ? null : 'officers'
}

/** Takes a form about when somebody is on duty; which one, its address says. */
export function dutyPost(request: Request, place: DutyPlace): Promise<Response> {
  const act = new URL(request.url).searchParams.get('act') ?? ''
  if (act === 'pattern-days') return daysPost(request, place)
  const deed = deeds.get(act)
  const form = { page: (deed?.page ?? onDuty)(place), form: act, fields: deed?.fields ?? [] }
  return deskPost(
    request,
    { ...form, closedPart: ({ actor }) => closedAt(actor, place) },
    async ({ actor }, field) => {
      if (deed === undefined) throw new DomainError('invalid')
      const seen = { officerId: await officerAt(actor, place), version: Number(field('version')) }
      return withQuery(staffPaths.duty(place), { done: await deed.run(actor, seen, field, place) })
    },
  )
}

/** Shows the form of a pattern with another number of days, and all that is typed in it: nothing is saved. */
function daysPost(request: Request, place: DutyPlace): Promise<Response> {
  const form = { page: staffPaths.dutyPattern(place), form: 'pattern-save', fields: patternFields }
  return deskPost(
    request,
    { ...form, closedPart: ({ actor }) => closedAt(actor, place) },
    async ({ actor }, field, posted) => {
      await officerAt(actor, place)
      const hasMoved = shownOtherwise(field).some(({ code }) => code === 'other-weekday')
      if (hasMoved || readCycle(field('cycle')) === null) throw new DomainError('invalid')
      await keepForm(actor.id, form, posted)
      return withQuery(form.page, { form: form.form })
    },
  )
}

async function saveCalendar(actor: Actor, seen: OfficerSeen, place: DutyPlace): Promise<string> {
  const kept = await keptForm(actor, staffPaths.dutyCalendar(place), 'calendar')
  // The day is over, or it was saved in another window.
  if (kept === null) throw new DomainError('not-found')
  const use = kept.values.use === 'leave' ? 'leave' : 'duty'
  await takeCalendar(actor, seen, use, readUnderstood(kept.values).spans)
  await forgetKept(actor.id, 'calendar')
  return `calendar-${use}`
}

async function dropCalendar(actor: Actor): Promise<string> {
  await forgetKept(actor.id, 'calendar')
  return 'calendar-dropped'
}
