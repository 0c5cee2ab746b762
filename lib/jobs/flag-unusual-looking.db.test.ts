import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { asOf } from '@/lib/adapters/clock'
import { resolveFlag } from '@/lib/commands/resolve-flag'
import { currentForce } from '@/lib/config/current-force'
import { asActor, deskDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import type { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { standingActs } from '@/lib/domain/standing'
import type { Role } from '@/lib/domain/words'
import { listFlags } from '@/lib/queries/list-flags'
import { readLooks } from '@/lib/queries/read-looks'
import { flagUnusualLooking } from './flag-unusual-looking'

const day = (date: string, time = '10:00') => new Date(`${date}T${time}:00Z`)
const night = day('2025-03-05', '03:30')

async function account(role: Role): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({
    data: { id, email: `${id}@example.test`, name: `${role} of the test`, role },
  })
  return { id, name: role, role, districts: [] }
}

async function log(
  who: Actor,
  at: Date,
  action: string,
  caseId: string | null,
  detail: object = {},
): Promise<void> {
  const { id: actorId, role } = who
  await ownerDb().auditEvent.createMany({
    data: [{ at, actorId, role, action, caseId, detail, force: currentForce().id }],
  })
}

const run = () => asOf(night, flagUnusualLooking)
const flagsAbout = ({ id }: Actor) =>
  ownerDb().lookingFlag.findMany({ where: { actorId: id }, orderBy: { day: 'asc' } })
const refused = async (act: Promise<unknown>) =>
  act.then(
    () => 'allowed',
    (error: unknown) => (error as DomainError).code,
  )

const people = {} as Record<'snooper' | 'worker' | 'supervisor' | 'other' | 'auditor' | 'triager', Actor>
beforeAll(async () => {
  people.snooper = await account('liaison-officer')
  people.worker = await account('liaison-officer')
  people.supervisor = await account('supervisor')
  people.other = await account('supervisor')
  people.auditor = await account('auditor')
  people.triager = await account('triager')
})

describe('what the audit is read as', () => {
  it('knows who held a case, what became of it, who worked, and whether anything was new', async () => {
    const { worker, triager } = people
    const caseId = randomUUID()
    await log(triager, day('2025-01-06', '09:00'), 'assigned', caseId, { to: worker.id })
    await log(worker, day('2025-01-06'), 'opened', caseId, { reason: 'my-case' })
    await log(worker, day('2025-01-06', '11:00'), 'noted', caseId)
    await log(triager, day('2025-01-07', '09:00'), 'opened', caseId)
    await log(worker, day('2025-01-07', '10:00'), 'closed', caseId)
    await log(triager, day('2025-01-08', '09:00'), 'opened', caseId)
    await log(triager, day('2025-01-09', '09:00'), 'opened', caseId)
    const days = await readLooks(day('2025-01-06', '00:00'), day('2025-01-10', '00:00'))
    const told = days.flatMap(({ actorId, date, looks }) =>
      looks.map((look) => ({ actorId, date, ...look, seq: '', at: null })),
    )
    const base = { action: 'opened', caseId, seq: '', at: null, reason: null, held: false, acted: false }
    expect(told).toHaveLength(4)
    expect(told).toEqual(
      expect.arrayContaining([
        {
          ...base,
          actorId: worker.id,
          date: '2025-01-06',
          status: 'assigned',
          reason: 'my-case',
          held: true,
          acted: true,
          changed: true,
        },
        { ...base, actorId: triager.id, date: '2025-01-07', status: 'assigned', changed: true },
        { ...base, actorId: triager.id, date: '2025-01-08', status: 'closed', changed: true },
        { ...base, actorId: triager.id, date: '2025-01-09', status: 'closed', changed: false },
      ]),
    )
  })

  it.each([
    ...['exported', 'kept-longer', 'hold-placed', 'erasure-requested', 'glass-reviewed'],
    ...Object.keys(standingActs),
  ])('takes %s for work, of whoever did it and for whoever looks again', async (action) => {
    const [one, other, caseId] = [await account('supervisor'), await account('supervisor'), randomUUID()]
    const at = (time: string) => day('2025-01-15', time)
    await log(other, day('2025-01-14'), 'opened', caseId)
    await log(one, at('10:00'), 'opened', caseId)
    await log(one, at('10:20'), action, caseId)
    await log(other, at('11:00'), 'opened', caseId)
    const days = await readLooks(day('2025-01-15', '00:00'), at('23:00'))
    const lookOf = ({ id }: Actor) => days.find(({ actorId }) => actorId === id)?.looks[0]
    expect(lookOf(one)).toMatchObject({ acted: true })
    expect(lookOf(other)).toMatchObject({ acted: false, changed: true })
  })

  it.each(['opened', 'revealed', 'glass-broken', 'refused', 'indexed'])(
    'does not take %s for work',
    async (action) => {
      const [one, caseId] = [await account('supervisor'), randomUUID()]
      await log(one, day('2025-01-16'), 'opened', caseId)
      await log(one, day('2025-01-16', '10:20'), action, caseId)
      const days = await readLooks(day('2025-01-16', '00:00'), day('2025-01-16', '23:00'))
      expect(days.find(({ actorId }) => actorId === one.id)?.looks[0]).toMatchObject({ acted: false })
    },
  )

  it('knows which search led to work', async () => {
    const { triager } = people
    const [one, other] = [randomUUID(), randomUUID()]
    const at = (time: string) => day('2025-01-13', time)
    const detail = { kind: 'surname', hits: 2, own: true, colleague: false }
    await log(triager, at('09:00'), 'searched', null, detail)
    await log(triager, at('09:20'), 'recording-started', null)
    await log(triager, at('10:00'), 'searched', null)
    await log(triager, at('10:10'), 'searched', null)
    await log(triager, at('10:20'), 'recording-started', null)
    await log(triager, at('12:00'), 'searched', null)
    await log(triager, at('12:03'), 'opened', one)
    await log(triager, at('12:20'), 'noted', one)
    await log(triager, at('14:00'), 'searched', null)
    await log(triager, at('14:10'), 'opened', other)
    await log(triager, at('14:20'), 'noted', other)
    const [looks] = await readLooks(at('00:00'), at('23:00'))
    const found = looks?.looks.filter((look) => look.action === 'searched') ?? []
    expect(found.map(({ acted }) => acted)).toEqual([true, false, true, true, false])
    expect(found[0]).toMatchObject(detail)
  })

  it('is nobody’s who is signed in', async () => {
    const { supervisor } = people
    const counts = await asActor(
      supervisor,
      (tx) =>
        tx.$queryRaw`SELECT (SELECT count(*)::integer FROM looks_between('-infinity', 'infinity', 'UTC')) AS looks,
                          (SELECT count(*)::integer FROM flagged_rows('-infinity')) AS rows`,
    )
    expect(counts).toEqual([{ looks: 0, rows: 0 }])
    await expect(
      asActor(supervisor, (tx) => tx.$queryRaw`SELECT raise_looking_flags('[]', now())`),
    ).rejects.toThrow(/by hand/u)
    await expect(deskDb().$executeRaw`DELETE FROM looking_flag`).rejects.toThrow(/permission denied/u)
  })
})

/** Who is of this test: others raise flags too. */
const ids = () => Object.values(people).map(({ id }) => id)

describe('a flag', () => {
  const looks = ['2025-02-18', '2025-02-21', '2025-02-28', '2025-03-04']

  beforeAll(async () => {
    const [theirs, mine] = [randomUUID(), randomUUID()]
    for (const date of looks) {
      await log(people.snooper, day(date), 'opened', theirs, { reason: 'cover' })
      await log(people.worker, day(date), 'opened', mine)
      await log(people.worker, day(date, '10:20'), 'noted', mine)
    }
    await log(people.supervisor, day('2025-03-03'), 'searched', null, {
      kind: 'postcode',
      hits: 1,
      own: true,
    })
  })

  it('is raised once, of the rows that made it, and about nobody who works', async () => {
    expect(await run()).toBe(2)
    expect(await run()).toBe(0)
    const [flag, ...more] = await flagsAbout(people.snooper)
    expect(more).toEqual([])
    expect(flag).toMatchObject({ rule: 'same-case-again', signs: ['same-case-again'], outcome: null })
    expect(flag?.day.toISOString()).toContain('2025-03-04')
    expect(flag?.rows).toHaveLength(looks.length)
    expect(await flagsAbout(people.worker)).toEqual([])
  })

  it('is in the audit, without whom it is about', async () => {
    const raised = await ownerDb().auditEvent.findMany({ where: { action: 'flag-raised' } })
    const own = (await ownerDb().lookingFlag.findMany({ where: { actorId: { in: ids() } } })).map(
      ({ id }) => id,
    )
    const rows = raised.filter(({ detail }) => own.some((id) => JSON.stringify(detail).includes(id)))
    expect(rows).toHaveLength(2)
    for (const { detail, actorId } of rows) {
      expect(Object.keys(detail as object).sort()).toEqual(['flag', 'rule'])
      expect(actorId).toBeNull()
    }
  })

  it('is seen by whoever answers for looking, but not by whom it is about', async () => {
    const about = async (who: Actor) => {
      const { flags } = await listFlags(who, { resolved: false, page: 1 })
      return flags
        .map(({ actorId }) => actorId)
        .filter((id) => ids().includes(id))
        .sort()
    }
    const both = [people.snooper.id, people.supervisor.id].sort()
    expect(await about(people.other)).toEqual(both)
    expect(await about(people.auditor)).toEqual(both)
    expect(await about(people.supervisor)).toEqual([people.snooper.id])
    for (const who of [people.triager, people.snooper])
      expect(await refused(listFlags(who, { resolved: false, page: 1 }))).toBe('forbidden')
    const direct = await asActor(people.triager, (tx) => tx.lookingFlag.count())
    expect(direct).toBe(0)
  })

  it('is resolved once, with a reason of its outcome, and by nobody about themselves', async () => {
    const [own] = await flagsAbout(people.supervisor)
    const [flag] = await flagsAbout(people.snooper)
    const given = { flagId: flag?.id ?? '', outcome: 'referred', reason: 'personal-interest' }
    expect(await refused(resolveFlag(people.triager, given))).toBe('forbidden')
    expect(await refused(resolveFlag(people.supervisor, { ...given, flagId: own?.id ?? '' }))).toBe(
      'not-found',
    )
    for (const wrong of [{ reason: 'work' }, { outcome: 'forgotten' }, { reason: '' }])
      expect(await refused(resolveFlag(people.other, { ...given, ...wrong }))).toBe('invalid')
    expect(await refused(resolveFlag(people.other, { ...given, flagId: 'x' }))).toBe('not-found')
    expect(await refused(resolveFlag(people.other, given))).toBe('allowed')
    expect(await refused(resolveFlag(people.auditor, given))).toBe('conflict')
    const { flags } = await listFlags(people.auditor, { resolved: true, page: 1 })
    expect(flags.filter(({ actorId }) => ids().includes(actorId))).toMatchObject([
      {
        id: given.flagId,
        resolved: { by: 'supervisor of the test', outcome: 'referred', reason: 'personal-interest' },
      },
    ])
    expect(
      await ownerDb().auditEvent.findMany({ where: { action: 'flag-resolved', actorId: people.other.id } }),
    ).toMatchObject([
      {
        actorId: people.other.id,
        detail: { flag: given.flagId, outcome: 'referred', reason: 'personal-interest' },
      },
    ])
  })
})
