import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { parityRow, storeParityRows } from '../../e2e/factories/parity-rows'
import { ensureKeys } from '../../e2e/factories/play'
import { startMailServer } from '../../scripts/testing/outbound-servers'
import { ownDatabase } from '../../scripts/testing/own-database'
import { asOf } from '@/lib/adapters/clock'
import { staffMailboxes } from '@/lib/commands/staff-notices'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import type * as counting from '@/lib/queries/count-work'
import { sendOutbound } from './send-outbound'
import { writeDeskNotices } from './write-desk-notices'

/** For whom counting goes wrong. */
const uncounted = vi.hoisted(() => new Set<string>())
vi.mock('@/lib/queries/count-work', async (original) => {
  const real = await original<typeof counting>()
  const countWork: typeof real.countWork = (actor) =>
    uncounted.has(actor.id) ? Promise.reject(new RangeError(actor.name)) : real.countWork(actor)
  return { ...real, countWork }
})
/** What was written in the log. */
const logged = vi.hoisted(() => [] as unknown[])
vi.mock('@/lib/adapters/log', () => ({ log: (...line: unknown[]) => logged.push(line) }))

await ownDatabase()
const mail = await startMailServer()
const settings = {
  ...{ SEND_EMAIL_BY: 'smtp', SMTP_URL: mail.url, MAIL_FROM: 'desk@police.example.test' },
  ...{ MAIL_FROM_NEUTRAL: 'hello@post.example.test', STAFF_URL: 'http://desk.example.test' },
}
for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)

const hour = 3_600_000
/** Told in the night before a Friday. */
const toldAt = new Date('2026-11-06T00:01:00Z')
const friday = new Date('2026-11-06T08:30:00Z')
const monday = new Date('2026-11-23T08:30:00Z')
const later = (at: Date, hours: number) => new Date(at.getTime() + hours * hour)
const people = {} as Record<'supervisor' | 'other' | 'officer', Actor>

async function somebody(name: string, role: Role): Promise<Actor> {
  const id = randomUUID()
  const createdAt = new Date('2026-01-01T00:00:00Z')
  await ownerDb().account.create({ data: { id, email: `${name}@example.test`, name, role, createdAt } })
  return { id, name, role, districts: [] }
}

/** Figures are told up to a month. */
async function tell(month: string, publishedAt: Date): Promise<void> {
  const day = new Date(`${month}-01`)
  await ownerDb().figure.create({
    data: {
      ...{ force: currentForce().id, measure: 'received', year: 2026, firstMonth: day, lastMonth: day },
      ...{ whole: false, by: 'all', a: '', b: '', count: 7_654, publishedAt },
    },
  })
}

/** A case whose first contact was due an hour before the Monday began. */
async function lateCase(more: object = {}): Promise<string> {
  const row = parityRow(`STUCK-${randomUUID()}`, {
    ...{ district: null, status: 'in-progress', assigneeId: null, recordedById: null, excludedDistricts: [] },
    ...{ receivedAt: later(monday, -24), restricted: false, namesExclusion: false },
  })
  await storeParityRows([row])
  await ownerDb().caseClock.updateMany({
    where: { caseId: row.id, kind: 'first-contact' },
    data: { dueAt: later(monday, -1) },
  })
  await ownerDb().case.update({
    where: { id: row.id },
    data: { promisedBy: later(monday, 48), ...more },
  })
  return row.id
}

async function run(at: Date): Promise<readonly string[]> {
  await asOf(at, writeDeskNotices)
  await asOf(at, sendOutbound)
  return mail.letters.map(({ to }) => to).sort()
}

const both = ['other@example.test', 'supervisor@example.test']
const change = (who: Actor, data: object) => ownerDb().account.update({ where: { id: who.id }, data })

beforeAll(async () => {
  await ensureKeys()
  people.supervisor = await somebody('supervisor', 'supervisor')
  people.other = await somebody('other', 'supervisor')
  people.officer = await somebody('officer', 'liaison-officer')
})
beforeEach(async () => {
  mail.letters.length = 0
  mail.mode = 'takes'
  uncounted.clear()
  await ownerDb().case.updateMany({
    data: { status: 'closed', closedAt: new Date(), disposition: 'advice', lastMessageFrom: null },
  })
  for (const table of ['figure', 'outbound', 'staff_notice'])
    await ownerDb().$executeRawUnsafe(`DELETE FROM ${table}`)
  for (const who of Object.values(people))
    await change(who, {
      ...{ role: who.role, active: true, letters: 'digest', quietFrom: null, quietUntil: null },
      ...{ figuresLetters: null, stuckLetters: null },
    })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await mail.stop()
})

describe('that a report is ready', () => {
  it('is written once to each supervisor when a month is told, and says nothing of it', async () => {
    await tell('2026-10', toldAt)
    expect(await run(later(friday, -1))).toEqual([])
    expect(await run(friday)).toEqual(both)
    const [{ raw } = { raw: '' }] = mail.letters
    expect(raw).toContain('Subject: A report is ready at the desk')
    expect(raw).toContain('http://desk.example.test/staff/figures/report')
    expect(raw).toContain('From: desk@police.example.test')
    expect(raw).not.toMatch(/7.?654|october|2026-10|hate|crime/iu)
    for (const hours of [1, 30, 150]) expect(await run(later(friday, hours))).toHaveLength(2)
  })

  it('is written again of the next month, and of months made up for once', async () => {
    await tell('2026-09', toldAt)
    await run(friday)
    await tell('2026-10', later(friday, 1))
    await tell('2026-11', later(friday, 1))
    expect(await run(later(friday, 2))).toHaveLength(4)
    expect(await run(later(friday, 3))).toHaveLength(4)
  })

  it('is written to whoever else asked for it, and not to who wants it no more', async () => {
    await tell('2026-10', toldAt)
    await change(people.officer, { figuresLetters: true })
    await change(people.other, { figuresLetters: false })
    expect(await run(friday)).toEqual(['officer@example.test', 'supervisor@example.test'])
  })

  it('is not written to a closed account, nor to who is no supervisor any more', async () => {
    await tell('2026-10', toldAt)
    await change(people.other, { active: false })
    await change(people.supervisor, { role: 'call-handler' })
    expect(await run(friday)).toEqual([])
  })

  it('is stopped where the account is closed before it went out', async () => {
    await tell('2026-10', toldAt)
    await asOf(friday, writeDeskNotices)
    await change(people.other, { active: false })
    await asOf(friday, sendOutbound)
    expect(mail.letters.map(({ to }) => to)).toEqual(['supervisor@example.test'])
    expect(await ownerDb().outbound.findMany({ where: { accountId: people.other.id } })).toMatchObject([
      { purpose: 'figures', state: 'stopped', reason: 'account-closed', boxId: null },
    ])
  })

  it('is written once where two workers write at once', async () => {
    await tell('2026-10', toldAt)
    await Promise.all([asOf(friday, writeDeskNotices), asOf(friday, writeDeskNotices)])
    expect(await ownerDb().outbound.count()).toBe(2)
  })

  it('is sent later where a mail server is down', async () => {
    await tell('2026-10', toldAt)
    mail.mode = 'later'
    await run(friday)
    mail.mode = 'takes'
    expect(await run(later(friday, 1))).toEqual(both)
  })
})

describe('that something is stuck', () => {
  it('is written on Monday to each supervisor, once, with no reference and no number', async () => {
    await lateCase()
    const reference = (await ownerDb().case.findFirstOrThrow({ where: { status: 'in-progress' } })).reference
    expect(await run(later(monday, -1))).toEqual([])
    expect(await run(monday)).toEqual(both)
    const [{ raw } = { raw: '' }] = mail.letters
    expect(raw).toContain('Subject: This week at the desk')
    expect(raw).toContain('http://desk.example.test/staff/insights')
    expect(raw).not.toContain(reference)
    for (const hours of [1, 10, 24, 100]) expect(await run(later(monday, hours))).toHaveLength(2)
    expect(await run(later(monday, 7 * 24))).toHaveLength(4)
  })

  it('is written to nobody where nothing is, nor later that day where something comes to be', async () => {
    expect(await run(monday)).toEqual([])
    await lateCase()
    expect(await run(later(monday, 2))).toEqual([])
    expect(await run(later(monday, 24))).toEqual([])
    expect(await run(later(monday, 7 * 24))).toEqual(both)
  })

  it('is of what somebody may see alone: nothing sealed, and nothing they have a conflict with', async () => {
    await lateCase({ restricted: true, namedIds: [people.other.id] })
    expect(await run(monday)).toEqual([])
    await lateCase({ conflictedIds: [people.supervisor.id] })
    expect(await run(later(monday, 7 * 24))).toEqual(['other@example.test'])
  })

  it.each(['supervisor', 'other'] as const)(
    'is written to everybody else where it goes wrong for one of them: the %s',
    async (name) => {
      await lateCase()
      uncounted.add(people[name].id)
      logged.length = 0
      await expect(asOf(monday, writeDeskNotices)).rejects.toThrow(RangeError)
      expect(logged).toEqual([['error', { event: 'notice-not-written', code: 'RangeError' }]])
      await asOf(monday, sendOutbound)
      expect(mail.letters.map(({ to }) => to)).toEqual(both.filter((to) => to !== `${name}@example.test`))
      // What went wrong is tried again, and nobody has it twice.
      uncounted.clear()
      expect(await run(later(monday, 1))).toEqual(both)
    },
  )

  it('is not written to closed accounts, whoever is no supervisor, or does not want it', async () => {
    await lateCase()
    await change(people.other, { active: false })
    await change(people.supervisor, { role: 'administrator', stuckLetters: true })
    await change(people.officer, { stuckLetters: true })
    expect(await run(monday)).toEqual([])
    await change(people.supervisor, { role: 'supervisor', stuckLetters: false })
    expect(await run(later(monday, 1))).toEqual([])
    await change(people.supervisor, { stuckLetters: true })
    expect(await run(later(monday, 2))).toEqual(['supervisor@example.test'])
  })

  it.each([
    ['after the clocks went back', '2026-10-26T07:59:00Z', '2026-10-26T08:00:00Z'],
    ['after the clocks went forward', '2027-03-29T06:59:00Z', '2027-03-29T07:00:00Z'],
  ])('is written on the Monday %s when the clock says so', async (_, early, due) => {
    const id = await lateCase()
    await ownerDb().caseClock.updateMany({ where: { caseId: id }, data: { dueAt: new Date('2026-10-01') } })
    expect(await run(new Date(early))).toEqual([])
    expect(await run(new Date(due))).toEqual(both)
    expect(await run(later(new Date(due), 12))).toHaveLength(2)
  })
})

it('is for nobody who is signed in to ask or to write', async () => {
  expect(await asActor(people.supervisor, (tx) => tx.$queryRaw`SELECT * FROM staff_mailboxes()`)).toEqual([])
  const row = { account_id: people.supervisor.id, purpose: 'stuck', period: '2026-11-23' }
  await expect(
    asActor(
      people.supervisor,
      (tx) => tx.$queryRaw`SELECT write_staff_notice(${JSON.stringify(row)}::jsonb)`,
    ),
  ).rejects.toThrow('the clocks are watched by nobody')
  expect((await staffMailboxes()).map(({ email }) => email).sort()).toEqual([
    ...['officer@example.test', ...both].sort(),
  ])
})
