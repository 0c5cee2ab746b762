import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import type { ReactNode } from 'react'
import { renderToReadableStream } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { requestStore } from '@/e2e/hostile/process/request-store'
import { sessionFor } from '@/e2e/factories/sessions'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { ownerDb } from '@/lib/db/owner'
import type { Role } from '@/lib/domain/words'
import { POST as actFor } from '../officers/[id]/duty/act/route'
import DutyOfPage from '../officers/[id]/duty/page'
import { POST as act } from './act/route'
import CalendarOfPage from '../officers/[id]/duty/calendar/page'
import PatternOfPage from '../officers/[id]/duty/pattern/page'
import { POST as readFor } from '../officers/[id]/duty/calendar/read/route'
import { POST as read } from './calendar/read/route'
import CalendarPage from './calendar/page'
import { GET as file } from './calendar.ics/route'
import DutyPage from './page'
import PatternPage from './pattern/page'

vi.mock('next/headers', async () => (await import('@/e2e/hostile/process/request-store')).headersModule())

// What runs in a browser alone finds no router here, and needs none to be drawn.
vi.mock('next/navigation', async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({}),
}))

interface Person {
  readonly id: string
  readonly officerId: string
}

async function person(role: Role): Promise<Person> {
  const [id, officerId] = [randomUUID(), randomUUID()]
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Test Person', role } })
  const officer = { id: officerId, accountId: id, districts: [], languages: [], openLimit: 5, active: false }
  if (role === 'liaison-officer') await ownerDb().officer.create({ data: officer })
  return { id, officerId }
}

async function signIn({ id }: Person): Promise<void> {
  requestStore.cookies.clear()
  requestStore.cookies.set(sessionCookie().name, await sessionFor(id, 'password'))
}

async function enter(role: Role = 'liaison-officer'): Promise<Person> {
  const made = await person(role)
  await signIn(made)
  return made
}

const drawn = async (page: Promise<ReactNode>) => text(await renderToReadableStream(await page))
const query = (given: Record<string, string> = {}) => ({ searchParams: Promise.resolve(given) })
/** The page an answer leads to, with what its address asks for. */
const led = (answer: Response) => new URL(answer.headers.get('location') ?? '', 'http://localhost:3000')
const asked = (answer: Response) => query(Object.fromEntries(led(answer).searchParams))

const posted = (path: string, fields: Readonly<Record<string, string>>) =>
  new Request(`http://localhost:3000${path}`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  })

const version = async ({ officerId }: Person) => {
  const found = await ownerDb().officer.findUniqueOrThrow({ where: { id: officerId } })
  return String(found.version)
}
const acted = async (one: Person, name: string, fields: Readonly<Record<string, string>>) =>
  act(posted(`/staff/duty/act?act=${name}`, { version: await version(one), 'shown-to': one.id, ...fields }))

async function sent(
  content: string | Uint8Array<ArrayBuffer>,
  fields: Readonly<Record<string, string>> = {},
): Promise<Request> {
  const form = new FormData()
  for (const [name, value] of Object.entries({ use: 'duty', ...fields })) form.set(name, value)
  form.set('file', new File([content], 'rota of somebody.ics', { type: 'text/calendar' }))
  const whole = new Response(form)
  const type = whole.headers.get('content-type') ?? ''
  return new Request('http://localhost:3000/staff/duty/calendar/read', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': type },
    body: await whole.arrayBuffer(),
  })
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const stamp = (days: number) => inDays(days).replaceAll('-', '')
const calendar = (...events: readonly string[]) =>
  [
    'BEGIN:VCALENDAR',
    ...events.flatMap((lines) => ['BEGIN:VEVENT', 'SUMMARY:With Jo about the assault', lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n')

const week = { cycle: '7', 'starts-on': '2026-01-05', 'from-0': '09:00', 'to-0': '17:00' }

describe('one’s own duty', () => {
  it('is empty at first, and says what follows from that', async () => {
    await enter()
    expect(await drawn(DutyPage(query()))).toContain('Nothing says yet when you are on duty')
  })

  it('has a pattern begun from one that many have', async () => {
    const one = await enter()
    const page = await drawn(PatternPage(query({ preset: 'two-two-three' })))
    expect(page.match(/value="14:00"/gu)).toHaveLength(2)
    const answer = await acted(one, 'pattern-save', week)
    expect(answer.headers.get('location')).toBe('/staff/duty?done=pattern-saved')
    const shown = await drawn(DutyPage(asked(answer)))
    expect(shown).toContain('The pattern is saved.')
    expect(shown).toContain('Mon 09:00 to 17:00')
    expect(shown.match(/On duty 09:00 to 17:00/gu)?.length).toBeGreaterThanOrEqual(3)
    const [pattern] = await ownerDb().dutyPattern.findMany({ where: { officerId: one.officerId } })
    expect(await drawn(PatternPage(query({ id: pattern?.id ?? '' })))).toContain('Change a pattern')
  })

  it('has what was typed, and what is wrong with it, where a pattern was not taken', async () => {
    const one = await enter()
    const answer = await acted(one, 'pattern-save', { ...week, 'to-0': '', 'from-3': '25:00', 'to-3': '9' })
    expect(led(answer).pathname).toBe('/staff/duty/pattern')
    const page = await drawn(PatternPage(asked(answer)))
    expect(page).toContain('href="#duty-to-0"')
    expect(page).toContain('Enter both times of a day, or neither.')
    expect(page).toContain('href="#duty-from-3"')
    expect(page).toContain('value="09:00"')
  })

  it('is not taken for other weekdays than its times were typed under', async () => {
    const one = await enter()
    const thursday = { ...week, 'starts-on': '2026-01-08', rows: '7', weekday: '1' }
    const answer = await acted(one, 'pattern-save', thursday)
    const page = await drawn(PatternPage(asked(answer)))
    expect(page).toContain('Day 1 is now a Thursday: check the times, and save.')
    expect(page).toContain('href="#duty-starts-on"')
    expect(page).toContain('Day 1, Thu: from')
    expect(page).toContain('value="09:00"')
    expect(page).toMatch(/name="weekday" value="4"/u)
    expect(await ownerDb().dutyPattern.count({ where: { officerId: one.officerId } })).toBe(0)
    const again = await acted(one, 'pattern-save', { ...thursday, weekday: '4' })
    expect(led(again).search).toBe('?done=pattern-saved')
  })

  it('shows another number of days with all that was typed', async () => {
    const one = await enter()
    const typed = { ...week, cycle: '9', rows: '7', weekday: '1', 'ends-on': '2027-02-03' }
    const answer = await acted(one, 'pattern-days', typed)
    expect(led(answer).pathname).toBe('/staff/duty/pattern')
    const page = await drawn(PatternPage(asked(answer)))
    for (const kept of ['Day 9, Tue: from', 'value="2027-02-03"', 'value="09:00"', 'name="rows" value="9"'])
      expect(page).toContain(kept)
    expect(page).not.toContain('role="alert"')
    const unasked = await drawn(PatternPage(asked(await acted(one, 'pattern-save', typed))))
    expect(unasked).toContain('There are 9 days below now: check the times, and save.')
    const none = await acted(one, 'pattern-days', { ...typed, cycle: '0' })
    expect(await drawn(PatternPage(asked(none)))).toContain('Enter a number of days from 1 to 84.')
    expect(await ownerDb().dutyPattern.count({ where: { officerId: one.officerId } })).toBe(0)
  })

  it.each([
    [
      'extra-add',
      { 'extra-day': '2020-01-01', 'extra-from': '09:00', 'extra-to': '10:00' },
      'This is over already.',
    ],
    ['leave-add', { 'leave-first': '2030-02-01', 'leave-last': '2030-01-01' }, 'This ends before it begins.'],
  ])('says what is wrong with %s, and keeps it', async (name, fields, words) => {
    const page = await drawn(DutyPage(asked(await acted(await enter(), name, fields))))
    expect(page).toContain(words)
    for (const value of Object.values(fields)) expect(page).toContain(`value="${value}"`)
  })

  it('has time away, which is taken back', async () => {
    const one = await enter()
    const answer = await acted(one, 'leave-add', { 'leave-first': inDays(10), 'leave-last': inDays(12) })
    expect(await drawn(DutyPage(asked(answer)))).toContain('Take back')
    const [leave] = await ownerDb().officerLeave.findMany({ where: { officerId: one.officerId } })
    const back = await acted(one, 'leave-end', { id: leave?.id ?? '' })
    expect(await drawn(DutyPage(asked(back)))).toContain('The time away is changed.')
  })

  it('ends a pattern on a day, with what was wrong at its own field', async () => {
    const one = await enter()
    await acted(one, 'pattern-save', week)
    const [pattern] = await ownerDb().dutyPattern.findMany({ where: { officerId: one.officerId } })
    const id = pattern?.id ?? ''
    const wrong = await acted(one, 'pattern-end', { id, 'last-day': '2025-01-01' })
    expect(await drawn(DutyPage(asked(wrong)))).toContain(`href="#last-day-${id}"`)
    expect(led(await acted(one, 'pattern-end', { id, 'last-day': inDays(3) })).search).toBe(
      '?done=pattern-ended',
    )
    expect(led(await acted(one, 'pattern-remove', { id })).search).toBe('?done=pattern-removed')
  })

  it('is done on the version that was seen', async () => {
    const one = await enter()
    const answer = await acted(one, 'pattern-save', { ...week, version: '9' })
    const page = await drawn(PatternPage(asked(answer)))
    expect(page).toContain('Somebody changed this in the meantime.')
    expect(page).toContain('value="09:00"')
  })

  it('is taken along as a calendar that names nobody', async () => {
    const one = await enter()
    await acted(one, 'pattern-save', week)
    const answer = await file()
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="duty.ics"')
    const text = await answer.text()
    expect(text.match(/SUMMARY:Duty\r\n/gu)?.length).toBeGreaterThan(20)
    expect(text).not.toMatch(/Test|officer|police|hate/iu)
  })
})

describe('a calendar', () => {
  it('is shown as it was understood, and saved only then', async () => {
    const one = await enter()
    const text = calendar(
      `DTSTART:${stamp(3)}T090000\r\nDURATION:PT2H`,
      'DTSTART:20200101T090000\r\nDURATION:PT1H',
    )
    const answer = await read(await sent(text, { version: '1', 'shown-to': one.id }))
    expect(answer.headers.get('location')).toBe('/staff/duty/calendar')
    const page = await drawn(CalendarPage(asked(answer)))
    expect(page).toContain('One time as duty.')
    expect(page).toContain('There are 2 events in the file.')
    expect(page).toContain('One event: over already, or without a time ahead')
    expect(page).not.toMatch(/assault|rota of somebody/u)
    expect(await ownerDb().dutyExtra.count({ where: { officerId: one.officerId } })).toBe(0)
    expect(led(await acted(one, 'calendar-save', {})).search).toBe('?done=calendar-duty')
    expect(await ownerDb().dutyShift.count({ where: { officerId: one.officerId } })).toBe(1)
    // It is saved once.
    expect(led(await acted(one, 'calendar-save', {})).searchParams.get('problem')).toBe('not-found')
  })

  it('is taken as time away', async () => {
    const one = await enter()
    const text = calendar(`DTSTART;VALUE=DATE:${stamp(3)}\r\nDTEND;VALUE=DATE:${stamp(5)}`)
    expect(await drawn(CalendarPage(asked(await read(await sent(text, { use: 'leave' })))))).toContain(
      'One time as time away.',
    )
    expect(led(await acted(one, 'calendar-save', {})).search).toBe('?done=calendar-leave')
    expect(await drawn(DutyPage(query()))).toContain('from a calendar')
  })

  it('is thrown away, and nothing was changed', async () => {
    const one = await enter()
    await read(await sent(calendar(`DTSTART:${stamp(3)}T090000\r\nDURATION:PT2H`)))
    expect(led(await acted(one, 'calendar-drop', {})).search).toBe('?done=calendar-dropped')
    expect(await drawn(CalendarPage(query()))).not.toContain('What was understood</h2>')
    expect(await version(one)).toBe('1')
  })

  it.each([
    ['that is a picture', '\u0089PNG', 'That file is not a calendar.'],
    ['that is empty', '', 'Choose a calendar file.'],
    [
      'that stops in the middle',
      calendar('DTSTART:20300101T090000').slice(0, 60),
      'The file stops in the middle',
    ],
    ['that is too large', new Uint8Array(5 * 1024 * 1024 + 1), 'The file is larger than 5 MB.'],
    ['far too large', new Uint8Array(6 * 1024 * 1024), 'The file is larger than 5 MB.'],
  ])('%s is refused in plain words, and what was there stays', async (_, content, words) => {
    const one = await enter()
    await acted(one, 'pattern-save', week)
    const page = await drawn(CalendarPage(asked(await read(await sent(content)))))
    expect(page).toContain(words)
    expect(page).toContain('href="#calendar-file"')
    expect(await ownerDb().dutyPattern.count({ where: { officerId: one.officerId } })).toBe(1)
  })

  const chosen = (page: string) =>
    /<input[^>]*checked=""[^>]*>/u.exec(page)?.[0].match(/value="(\w+)"/u)?.[1] ?? null

  it.each([
    ['no calendar', 'a picture', 'leave'],
    ['no calendar', 'a picture', 'duty'],
    // What was chosen in it cannot be read, and is asked again.
    ['too large', new Uint8Array(6 * 1024 * 1024), null],
  ] as const)(
    'that is refused as %s is asked for again as what it was said to be',
    async (_, content, use) => {
      await enter()
      await read(await sent('a picture', { use: 'duty' }))
      const answer = await read(await sent(content, { use: use ?? 'leave' }))
      expect(chosen(await drawn(CalendarPage(asked(answer))))).toBe(use)
      expect(chosen(await drawn(CalendarPage(query())))).toBe(null)
    },
  )

  it('that nobody said the use of is taken for nothing', async () => {
    await enter()
    const text = calendar(`DTSTART:${stamp(3)}T090000\r\nDURATION:PT2H`)
    const page = await drawn(CalendarPage(asked(await read(await sent(text, { use: '' })))))
    expect(page).toContain('Say what the calendar is: duty, or time away.')
    expect(page).toContain('href="#calendar-use"')
    expect(page).not.toContain('Save these times')
  })

  it('with nothing ahead says so, and offers nothing to save', async () => {
    await enter()
    const page = await drawn(
      CalendarPage(asked(await read(await sent(calendar('DTSTART:20200101T090000\r\nDURATION:PT1H'))))),
    )
    expect(page).toContain('No time was found that can be used.')
    expect(page).not.toContain('Save these times')
  })

  it('of another site, or that is no form with a file, is not read', async () => {
    await enter()
    const foreign = await sent(calendar())
    foreign.headers.set('sec-fetch-site', 'cross-site')
    expect(led(await read(foreign)).searchParams.get('problem')).toBe('foreign')
    const plain = await read(posted('/staff/duty/calendar/read', { file: calendar() }))
    expect(await drawn(CalendarPage(asked(plain)))).toContain('That file is not a calendar.')
  })

  it('that somebody else sent is nobody else’s to save', async () => {
    const one = await enter()
    await read(await sent(calendar(`DTSTART:${stamp(3)}T090000\r\nDURATION:PT2H`)))
    const cookies = new Map(requestStore.cookies)
    const other = await enter()
    for (const [name, value] of cookies)
      if (!requestStore.cookies.has(name)) requestStore.cookies.set(name, value)
    expect(led(await acted(other, 'calendar-save', {})).searchParams.get('problem')).toBe('not-found')
    await signIn(one)
  })
})

describe('an officer’s duty', () => {
  const of = ({ officerId }: Person) => ({ params: Promise.resolve({ id: officerId }) })
  const saved = async (one: Person) =>
    actFor(
      posted(`/staff/officers/${one.officerId}/duty/act?act=pattern-save`, {
        version: await version(one),
        ...week,
      }),
      of(one),
    )

  it('is a supervisor’s to change', async () => {
    const one = await person('liaison-officer')
    await enter('supervisor')
    const answer = await saved(one)
    expect(answer.headers.get('location')).toBe(`/staff/officers/${one.officerId}/duty?done=pattern-saved`)
    const page = await drawn(DutyOfPage({ ...of(one), ...asked(answer) }))
    expect(page).toContain('Test Person')
    expect(page).toContain('Add a pattern')
  })

  it.each(['liaison-officer', 'supervisor'] as const)(
    'has a calendar read for a %s who may save it alone',
    async (role) => {
      const one = await person('liaison-officer')
      await enter(role)
      const answer = led(await readFor(await sent(calendar()), of(one)))
      expect(answer.searchParams.get('problem')).toBe(role === 'supervisor' ? null : 'forbidden')
    },
  )

  it.each(['calendar', 'pattern'] as const)('says that a %s was refused, and it is audited', async (form) => {
    const one = await person('liaison-officer')
    const { id } = await enter()
    const refused = await (form === 'calendar' ? readFor(await sent(calendar()), of(one)) : saved(one))
    const page = form === 'calendar' ? CalendarOfPage : PatternOfPage
    const turned = await drawn(page({ ...of(one), ...asked(refused) })).catch((error: unknown) => error)
    const path = `/staff/officers/${one.officerId}/duty?problem=forbidden`
    expect(turned).toMatchObject({ digest: expect.stringContaining(`;${path};`) as string })
    const shown = await drawn(DutyOfPage({ ...of(one), ...query({ problem: 'forbidden' }) }))
    expect(shown).toContain('The try was recorded.')
    const audited = await ownerDb().auditEvent.findMany({ where: { actorId: id, action: 'refused' } })
    expect(audited.map(({ detail }) => detail)).toEqual([{ attempted: 'change-officer', code: 'forbidden' }])
  })

  it.each(['triager', 'liaison-officer', 'administrator'] as const)('is a %s’s to read', async (role) => {
    const one = await person('liaison-officer')
    await enter(role)
    const page = await drawn(DutyOfPage({ ...of(one), ...query() }))
    expect(page).toContain('Only the officer and supervisors can change this.')
    expect(page).not.toContain('act=')
    expect(led(await saved(one)).searchParams.get('problem')).toBe('forbidden')
    expect(await ownerDb().dutyPattern.count({ where: { officerId: one.officerId } })).toBe(0)
  })

  it.each(['call-handler', 'auditor'] as const)('is nothing to a %s', async (role) => {
    const one = await person('liaison-officer')
    await enter(role)
    await expect(DutyOfPage({ ...of(one), ...query() })).rejects.toThrow(/NEXT_REDIRECT/u)
    await expect(DutyPage(query())).rejects.toThrow(/NEXT_REDIRECT/u)
    expect(led(await saved(one)).search).toBe('?problem=not-found')
  })
})
