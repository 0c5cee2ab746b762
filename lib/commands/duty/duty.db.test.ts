import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { asOf } from '@/lib/adapters/clock'
import { asActor, deskDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { extendDuty } from '@/lib/jobs/extend-duty'
import { getDuty } from '@/lib/queries/duty/get-duty'
import { addExtra, removeExtra } from './change-extra'
import { addLeave, endLeave } from './change-leave'
import { endPattern, removePattern } from './end-pattern'
import { savePattern } from './save-pattern'
import { takeCalendar } from './take-calendar'

// A Monday, long after every other test's.
const monday = new Date('2031-01-06T12:00:00Z')
const at = <T>(time: string, work: () => Promise<T>) => asOf(new Date(time), work)
const now = <T>(work: () => Promise<T>) => asOf(monday, work)
const made: string[] = []

async function person(role: Role): Promise<Actor & { readonly officerId: string }> {
  const [id, officerId] = [randomUUID(), randomUUID()]
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Rota', role } })
  if (role === 'liaison-officer')
    await ownerDb().officer.create({
      data: { id: officerId, accountId: id, districts: [], languages: [], openLimit: 5, active: false },
    })
  made.push(officerId)
  return { id, officerId, name: 'Rota', role, districts: [] }
}

afterAll(() => ownerDb().officer.deleteMany({ where: { id: { in: made } } }))

const typed = (fields: Readonly<Record<string, string>>) => (name: string) => fields[name] ?? ''
const week = {
  'starts-on': '2031-01-06',
  cycle: '7',
  'from-0': '9',
  'to-0': '17',
  'from-1': '22',
  'to-1': '6',
}
const seen = async (officerId: string) => {
  const { version } = await ownerDb().officer.findUniqueOrThrow({ where: { id: officerId } })
  return { officerId, version }
}
const shifts = async (officerId: string, count = 3) => {
  const rows = await ownerDb().dutyShift.findMany({
    where: { officerId },
    orderBy: { startsAt: 'asc' },
    take: count,
  })
  return rows.map(
    ({ startsAt, endsAt }) => `${startsAt.toISOString().slice(5, 16)} ${endsAt.toISOString().slice(5, 16)}`,
  )
}
const only = async (table: 'dutyPattern' | 'dutyExtra' | 'officerLeave', officerId: string) => {
  const where = { where: { officerId } }
  const [one] =
    table === 'dutyPattern'
      ? await ownerDb().dutyPattern.findMany(where)
      : table === 'dutyExtra'
        ? await ownerDb().dutyExtra.findMany(where)
        : await ownerDb().officerLeave.findMany(where)
  if (one === undefined) throw new Error('There is none.')
  return one.id
}
const codeOf = async (act: Promise<unknown>) => {
  try {
    await act
    return 'done'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

describe('an officer', () => {
  it('sets a pattern, and is on duty by it for half a year, at once', async () => {
    const one = await person('liaison-officer')
    await now(async () => savePattern(one, await seen(one.officerId), typed(week)))
    // Of the day that runs, what is left of it.
    expect(await shifts(one.officerId)).toEqual([
      '01-06T12:00 01-06T17:00',
      '01-07T22:00 01-08T06:00',
      '01-13T09:00 01-13T17:00',
    ])
    expect(await ownerDb().dutyShift.count({ where: { officerId: one.officerId } })).toBe(53)
    expect((await seen(one.officerId)).version).toBe(2)
    const rows = await ownerDb().auditEvent.findMany({ where: { actorId: one.id, action: 'duty-changed' } })
    expect(rows.map(({ detail }) => detail)).toEqual([{ account: one.id, duty: 'pattern-saved' }])
  })

  it('goes away, comes back early, and what has been stays', async () => {
    const one = await person('liaison-officer')
    await now(async () => savePattern(one, await seen(one.officerId), typed(week)))
    const leave = typed({ 'leave-first': '2031-01-06', 'leave-from': '14:00', 'leave-last': '2031-01-14' })
    await now(async () => addLeave(one, await seen(one.officerId), leave))
    expect(await shifts(one.officerId)).toEqual(
      ['01-06T12:00 01-06T14:00', '01-14T22:00 01-15T00:00', '01-15T00:00 01-15T06:00']
        .slice(0, 1)
        .concat(['01-15T00:00 01-15T06:00', '01-20T09:00 01-20T17:00']),
    )
    const id = await only('officerLeave', one.officerId)
    await at('2031-01-07T23:00:00Z', async () => endLeave(one, await seen(one.officerId), id))
    expect(await shifts(one.officerId)).toEqual([
      '01-06T12:00 01-06T14:00',
      '01-07T23:00 01-08T06:00',
      '01-13T09:00 01-13T17:00',
    ])
    expect(
      await at('2031-01-09T00:00:00Z', async () => codeOf(endLeave(one, await seen(one.officerId), id))),
    ).toBe('bad-transition')
  })

  it('takes back leave that has not begun', async () => {
    const one = await person('liaison-officer')
    await now(async () =>
      addLeave(
        one,
        await seen(one.officerId),
        typed({ 'leave-first': '2031-02-01', 'leave-last': '2032-01-31' }),
      ),
    )
    await now(async () => endLeave(one, await seen(one.officerId), await only('officerLeave', one.officerId)))
    expect(await ownerDb().officerLeave.count({ where: { officerId: one.officerId } })).toBe(0)
  })

  it('adds an evening, which joins what it touches, and removes it in the middle of it', async () => {
    const one = await person('liaison-officer')
    await now(async () => savePattern(one, await seen(one.officerId), typed(week)))
    const extra = typed({ 'extra-day': '2031-01-06', 'extra-from': '16', 'extra-to': '21' })
    await now(async () => addExtra(one, await seen(one.officerId), extra))
    expect(await shifts(one.officerId, 1)).toEqual(['01-06T12:00 01-06T21:00'])
    await at('2031-01-06T19:00:00Z', async () =>
      removeExtra(one, await seen(one.officerId), await only('dutyExtra', one.officerId)),
    )
    expect(await shifts(one.officerId, 2)).toEqual(['01-06T12:00 01-06T19:00', '01-07T22:00 01-08T06:00'])
  })

  it('changes, ends and removes a pattern', async () => {
    const one = await person('liaison-officer')
    await now(async () => savePattern(one, await seen(one.officerId), typed(week)))
    const pattern = await only('dutyPattern', one.officerId)
    await now(async () =>
      savePattern(one, await seen(one.officerId), typed({ ...week, pattern, 'from-1': '', 'to-1': '' })),
    )
    expect(await shifts(one.officerId, 2)).toEqual(['01-06T12:00 01-06T17:00', '01-13T09:00 01-13T17:00'])
    await now(async () =>
      endPattern(one, await seen(one.officerId), pattern, typed({ 'last-day': '2031-01-13' })),
    )
    expect(await shifts(one.officerId)).toEqual(['01-06T12:00 01-06T17:00', '01-13T09:00 01-13T17:00'])
    expect(
      await now(async () =>
        codeOf(endPattern(one, await seen(one.officerId), pattern, typed({ 'last-day': '2031-01-01' }))),
      ),
    ).toBe('invalid')
    await now(async () => removePattern(one, await seen(one.officerId), pattern))
    expect(await shifts(one.officerId)).toEqual([])
  })

  it('takes a calendar, and the next one in its place; what was entered by hand stays', async () => {
    const one = await person('liaison-officer')
    const span = (from: string, to: string) => ({ startsAt: new Date(from), endsAt: new Date(to) })
    await now(async () =>
      addExtra(
        one,
        await seen(one.officerId),
        typed({ 'extra-day': '2031-01-08', 'extra-from': '9', 'extra-to': '10' }),
      ),
    )
    const first = [
      span('2031-01-09T09:00:00Z', '2031-01-09T10:00:00Z'),
      span('2031-01-01T09:00:00Z', '2031-01-01T10:00:00Z'),
    ]
    await now(async () => takeCalendar(one, await seen(one.officerId), 'duty', first))
    expect(await shifts(one.officerId)).toEqual(['01-08T09:00 01-08T10:00', '01-09T09:00 01-09T10:00'])
    await now(async () =>
      takeCalendar(one, await seen(one.officerId), 'duty', [
        span('2031-01-10T09:00:00Z', '2031-01-10T10:00:00Z'),
      ]),
    )
    expect(await shifts(one.officerId)).toEqual(['01-08T09:00 01-08T10:00', '01-10T09:00 01-10T10:00'])
    await now(async () =>
      takeCalendar(one, await seen(one.officerId), 'leave', [
        span('2031-01-10T09:30:00Z', '2031-01-12T10:00:00Z'),
      ]),
    )
    expect(await shifts(one.officerId)).toEqual(['01-08T09:00 01-08T10:00', '01-10T09:00 01-10T09:30'])
    expect(await now(async () => codeOf(takeCalendar(one, await seen(one.officerId), 'duty', [])))).toBe(
      'invalid',
    )
  })

  it('is told of somebody who changed it in the meantime, and nothing is done', async () => {
    const one = await person('liaison-officer')
    const before = await seen(one.officerId)
    await now(() => savePattern(one, before, typed(week)))
    expect(await now(() => codeOf(savePattern(one, before, typed(week))))).toBe('conflict')
    expect(await ownerDb().dutyPattern.count({ where: { officerId: one.officerId } })).toBe(1)
  })

  it.each(['call-handler', 'triager', 'administrator', 'auditor', 'liaison-officer'] as const)(
    'is nobody whose duty another %s changes, but a supervisor’s to change',
    async (role) => {
      const [one, other, supervisor] = [
        await person('liaison-officer'),
        await person(role),
        await person('supervisor'),
      ]
      expect(await now(async () => codeOf(savePattern(other, await seen(one.officerId), typed(week))))).toBe(
        'forbidden',
      )
      expect(await ownerDb().auditEvent.count({ where: { actorId: other.id, action: 'refused' } })).toBe(1)
      await now(async () => savePattern(supervisor, await seen(one.officerId), typed(week)))
      const pattern = await only('dutyPattern', one.officerId)
      expect(await now(async () => codeOf(removePattern(other, await seen(one.officerId), pattern)))).toBe(
        'forbidden',
      )
      // Another's pattern is not theirs, whatever officer the form names.
      if (role === 'liaison-officer')
        expect(
          await now(async () => codeOf(removePattern(other, await seen(other.officerId), pattern))),
        ).toBe('not-found')
    },
  )

  it('is held to that by the database too', async () => {
    const [one, other] = [await person('liaison-officer'), await person('liaison-officer')]
    await now(async () => savePattern(one, await seen(one.officerId), typed(week)))
    const where = { officerId: one.officerId }
    const gone = await asActor(other, async (tx) => [
      (await tx.dutyPattern.deleteMany({ where })).count,
      (await tx.dutyShift.deleteMany({ where })).count,
      (await tx.officerLeave.deleteMany({ where })).count,
    ])
    expect(gone).toEqual([0, 0, 0])
    const row = {
      id: randomUUID(),
      officerId: one.officerId,
      startsAt: monday,
      endsAt: new Date(monday.getTime() + 1),
    }
    await expect(asActor(other, (tx) => tx.dutyShift.createMany({ data: [row] }))).rejects.toThrow(
      'row-level security policy for table "duty_shift"',
    )
    await expect(
      deskDb().dutyExtra.createMany({ data: [{ ...row, source: 'own', madeAt: monday }] }),
    ).rejects.toThrow('row-level security policy for table "duty_extra"')
  })

  it('is told what is wrong with a form, before anything is done', async () => {
    const one = await person('liaison-officer')
    const officer = await seen(one.officerId)
    expect(await now(() => codeOf(savePattern(one, officer, typed({ ...week, 'to-1': '' }))))).toBe('invalid')
    expect(await now(() => codeOf(addExtra(one, officer, typed({}))))).toBe('invalid')
    expect(await now(() => codeOf(addLeave(one, officer, typed({}))))).toBe('invalid')
    expect(await seen(one.officerId)).toEqual(officer)
  })
})

describe('the job', () => {
  it('extends what is reckoned, leaves every other row as it is, and leaves officers alone of whom nothing is known', async () => {
    const [one, other] = [await person('liaison-officer'), await person('liaison-officer')]
    await now(async () => savePattern(one, await seen(one.officerId), typed(week)))
    const row = {
      id: randomUUID(),
      officerId: other.officerId,
      startsAt: new Date('2031-03-01'),
      endsAt: new Date('2031-03-02'),
    }
    await ownerDb().dutyShift.create({ data: row })
    const ids = async () =>
      (await ownerDb().dutyShift.findMany({ where: { officerId: one.officerId } })).map(({ id }) => id)
    const before = await ids()
    await now(() => extendDuty())
    expect(await ids()).toEqual(before)
    await at('2031-01-20T03:15:00Z', () => extendDuty())
    const after = await ids()
    // The last was cut at the end of what was reckoned.
    expect(before.filter((id) => !after.includes(id)).length).toBe(1)
    expect(after.length).toBe(before.length + 3)
    expect(await ownerDb().dutyShift.count({ where: { id: row.id } })).toBe(1)
  })

  it('goes on where the sources of one officer are not understood', async () => {
    const [one, other] = [await person('liaison-officer'), await person('liaison-officer')]
    for (const each of [one, other])
      await now(async () => savePattern(each, await seen(each.officerId), typed(week)))
    const [wrong = one, right = other] = [one, other].toSorted((a, b) => (a.officerId < b.officerId ? -1 : 1))
    await ownerDb().dutyPattern.updateMany({ where: { officerId: wrong.officerId }, data: { turns: 'none' } })
    const count = ({ officerId }: typeof one) => ownerDb().dutyShift.count({ where: { officerId } })
    const before = [await count(wrong), await count(right)]
    await at('2031-01-20T03:15:00Z', () => extendDuty())
    expect([await count(wrong), (await count(right)) > (before[1] ?? 0)]).toEqual([before[0], true])
    await ownerDb().dutyPattern.deleteMany({ where: { officerId: wrong.officerId } })
  })

  it('and a change at the same moment make nothing twice', async () => {
    const one = await person('liaison-officer')
    await now(async () => savePattern(one, await seen(one.officerId), typed(week)))
    await at('2031-02-03T12:00:00Z', async () =>
      Promise.all([
        extendDuty(),
        addExtra(
          one,
          await seen(one.officerId),
          typed({ 'extra-day': '2031-02-05', 'extra-from': '9', 'extra-to': '10' }),
        ),
        extendDuty(),
      ]),
    )
    const rows = await ownerDb().dutyShift.findMany({ where: { officerId: one.officerId } })
    expect(new Set(rows.map(({ startsAt }) => startsAt.getTime())).size).toBe(rows.length)
  })
})

it('a page is given the weeks it shows, and what is over no longer among what can be changed', async () => {
  const one = await person('liaison-officer')
  await now(async () =>
    addExtra(
      one,
      await seen(one.officerId),
      typed({ 'extra-day': '2031-01-07', 'extra-from': '9', 'extra-to': '10' }),
    ),
  )
  const window = { startsAt: new Date('2031-01-06'), endsAt: new Date('2031-01-13') }
  const duty = await at('2031-01-08T00:00:00Z', () => getDuty(one, one.officerId, window))
  expect([duty.shifts.length, duty.extras.length]).toEqual([1, 0])
  expect(await codeOf(getDuty({ ...one, role: 'auditor' }, one.officerId, window))).toBe('forbidden')
  expect(await codeOf(getDuty(one, randomUUID(), window))).toBe('not-found')
})
