import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { parityRow, storeParityRows } from '../../e2e/factories/parity-rows'
import { ensureKeys } from '../../e2e/factories/play'
import { startMailServer } from '../../scripts/testing/outbound-servers'
import { ownDatabase } from '../../scripts/testing/own-database'
import { asOf } from '@/lib/adapters/clock'
import { setLetters } from '@/lib/commands/set-letters'
import { asActor } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { ownLetters } from '@/lib/queries/own-letters'
import type * as sealing from '@/lib/sealing/outbound-box'
import { sendOutbound } from './send-outbound'
import { writeStaffLetters } from './write-staff-letters'

/** Whose letter cannot be sealed. */
const unsealed = vi.hoisted(() => new Set<string>())
vi.mock('@/lib/sealing/outbound-box', async (original) => {
  const real = await original<typeof sealing>()
  const sealOutbound: typeof real.sealOutbound = (place, content) =>
    unsealed.has(place.about)
      ? Promise.reject(new RangeError('not sealed'))
      : real.sealOutbound(place, content)
  return { ...real, sealOutbound }
})

await ownDatabase()
const mail = await startMailServer()
const settings = {
  ...{ SEND_EMAIL_BY: 'smtp', SMTP_URL: mail.url, MAIL_FROM: 'desk@police.example.test' },
  ...{ MAIL_FROM_NEUTRAL: 'hello@post.example.test', STAFF_URL: 'http://desk.example.test' },
}
for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)

const morning = new Date('2026-11-23T08:30:00Z')
const noNotice = { figures: '', stuck: '' }
const night = new Date('2026-11-24T02:00:00Z')
const people = {} as Record<'officer' | 'other' | 'supervisor' | 'unnamed', Actor>

async function somebody(name: string, role: Role): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${name}@example.test`, name, role } })
  return { id, name, role, districts: [] }
}

async function aCase(more: object = {}): Promise<string> {
  const row = parityRow(`NEWS-${randomUUID()}`, {
    ...{
      district: null,
      status: 'assigned',
      assigneeId: people.officer.id,
      recordedById: null,
      receivedAt: morning,
    },
    ...{ restricted: false, excludedDistricts: [], namesExclusion: false },
  })
  await storeParityRows([row])
  const { reference } = await ownerDb().case.update({ where: { id: row.id }, data: more })
  return reference
}

const written = { lastMessageAt: morning, lastMessageFrom: 'reporter' }

beforeAll(async () => {
  await ensureKeys()
  people.officer = await somebody('officer', 'liaison-officer')
  people.other = await somebody('other', 'liaison-officer')
  people.supervisor = await somebody('supervisor', 'supervisor')
  people.unnamed = await somebody('unnamed', 'supervisor')
})
beforeEach(async () => {
  mail.letters.length = 0
  const closed = { status: 'closed', closedAt: new Date(), disposition: 'advice' }
  const over = { ...closed, erasedAt: null, assigneeId: null, lastMessageFrom: null }
  await ownerDb().case.updateMany({ data: over })
  await ownerDb().outbound.deleteMany()
  await ownerDb().account.updateMany({ data: { letters: 'digest', quietFrom: null, quietUntil: null } })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await mail.stop()
})

async function run(at: Date): Promise<readonly string[]> {
  await asOf(at, writeStaffLetters)
  await asOf(at, sendOutbound)
  return mail.letters.map(({ to }) => to).sort()
}

describe('what staff are written', () => {
  it('is a digest once a day, of what is theirs, with references and why and nothing else', async () => {
    const reference = await aCase(written)
    expect(await run(morning)).toEqual(['officer@example.test'])
    const [{ raw } = { raw: '' }] = mail.letters
    expect(raw).toContain(`${reference}: a message waits for you`)
    expect(raw).toContain('http://desk.example.test/staff')
    expect(raw).toContain('From: desk@police.example.test')
    expect(await run(new Date(morning.getTime() + 3_600_000))).toHaveLength(1)
    expect(await run(new Date(morning.getTime() + 86_400_000))).toHaveLength(2)
  })

  it('is each thing once, where they want that, and nothing in quiet hours', async () => {
    await setLetters(people.officer, { letters: 'each', from: '22', until: '7', ...noNotice })
    await aCase(written)
    expect(await run(night)).toEqual([])
    expect(await run(morning)).toHaveLength(1)
    expect(await run(morning)).toHaveLength(1)
  })

  it('is danger at once, to whoever has the case and supervisors who see it, whatever they want', async () => {
    for (const one of [people.officer, people.supervisor])
      await setLetters(one, { letters: 'none', from: '', until: '', ...noNotice })
    await aCase({ ...written, dangerAt: morning, conflictedIds: [people.unnamed.id] })
    expect(await run(night)).toEqual(['officer@example.test', 'supervisor@example.test'])
  })

  it('is danger that a report says, to supervisors, once it waits too long, and once', async () => {
    await ownerDb().account.updateMany({ data: { letters: 'none' } })
    const reference = await aCase({ conflictedIds: [people.unnamed.id] })
    const { id: caseId } = await ownerDb().case.findUniqueOrThrow({ where: { reference } })
    const raise = (rule: string, raisedAt: Date) =>
      ownerDb().escalation.create({ data: { id: randomUUID(), caseId, rule, raisedAt } })
    await raise('unopened', morning)
    expect(await run(night)).toEqual([])
    await raise('control-room-untold', night)
    expect(await run(night)).toEqual(['supervisor@example.test'])
    // Nobody wrote a message, and none is to be looked for.
    expect(mail.letters[0]?.raw).toContain(`${reference}: somebody may be in danger`)
    expect(mail.letters[0]?.raw).not.toContain('message says')
    await raise('danger-unacknowledged', new Date(night.getTime() + 60_000))
    expect(await run(night)).toHaveLength(1)
  })

  it('is not danger that somebody has seen to', async () => {
    await ownerDb().account.updateMany({ data: { letters: 'none' } })
    const reference = await aCase()
    const { id: caseId } = await ownerDb().case.findUniqueOrThrow({ where: { reference } })
    const row = { id: randomUUID(), caseId, rule: 'control-room-untold', raisedAt: morning }
    await ownerDb().escalation.create({
      data: { ...row, settledAt: night, settledById: people.supervisor.id },
    })
    expect(await run(night)).toEqual([])
  })

  it('is tried again after two minutes where a mail server is down, for more than a day, and then written anew', async () => {
    await ownerDb().account.updateMany({ data: { letters: 'none' } })
    await aCase({ dangerAt: morning, restricted: true, assigneeId: null, namedIds: [people.supervisor.id] })
    const soon = new Date(night.getTime() + 120_000)
    const nextDay = new Date(night.getTime() + 33 * 3_600_000)
    mail.mode = 'later'
    await run(night)
    expect(await ownerDb().outbound.findMany()).toMatchObject([{ state: 'waiting', tries: 1, nextAt: soon }])
    await ownerDb().outbound.updateMany({ data: { tries: 37, nextAt: nextDay } })
    await run(nextDay)
    expect(await ownerDb().outbound.findMany()).toMatchObject([{ state: 'failed', tries: 38 }])
    mail.mode = 'takes'
    expect(await run(nextDay)).toEqual(['supervisor@example.test'])
    expect(await run(nextDay)).toHaveLength(1)
  })

  it('is not written anew each minute where somebody’s address is refused for good', async () => {
    await aCase({ dangerAt: morning, restricted: true, assigneeId: null, namedIds: [people.supervisor.id] })
    mail.mode = 'never'
    await run(night)
    mail.mode = 'takes'
    expect(await run(night)).toEqual([])
    expect(await ownerDb().outbound.findMany()).toMatchObject([{ state: 'failed', reason: 'refused' }])
  })

  it.each(['officer', 'supervisor'] as const)(
    'is written to everybody else where it goes wrong for one of them, who has it the next time: the %s',
    async (name) => {
      await aCase({ ...written, dangerAt: morning, conflictedIds: [people.unnamed.id] })
      unsealed.add(people[name].id)
      await expect(asOf(night, writeStaffLetters)).rejects.toThrow(RangeError)
      await asOf(night, sendOutbound)
      const both = ['officer@example.test', 'supervisor@example.test']
      expect(mail.letters.map(({ to }) => to)).toEqual(both.filter((to) => to !== `${name}@example.test`))
      unsealed.clear()
      expect(await run(night)).toEqual(both)
    },
  )

  it('is of a sealed case to nobody who is not named for it', async () => {
    await aCase({ dangerAt: morning, restricted: true, assigneeId: null, namedIds: [people.supervisor.id] })
    expect(await run(night)).toEqual(['supervisor@example.test'])
  })

  it('is of a reply to what is closed to whoever has it, and supervisors where nobody is there who has, until it is read', async () => {
    await ownerDb().account.updateMany({ data: { letters: 'each' } })
    const reply = async (more: object) => {
      const closed = new Date(morning.getTime() - 3_600_000)
      const reference = await aCase({
        ...written,
        status: 'closed',
        closedAt: closed,
        disposition: 'advice',
        ...more,
      })
      const { submissionId } = await ownerDb().case.findUniqueOrThrow({ where: { reference } })
      await ownerDb().message.updateMany({ where: { submissionId }, data: { at: morning, readAt: null } })
      return submissionId
    }
    await reply({})
    expect(await run(morning)).toEqual(['officer@example.test'])
    await ownerDb().case.updateMany({ data: { lastMessageFrom: 'staff' } })
    mail.letters.length = 0
    const submissionId = await reply({ assigneeId: null, conflictedIds: [people.unnamed.id] })
    await ownerDb().message.updateMany({ where: { submissionId }, data: { readAt: morning } })
    expect(await run(morning)).toEqual([])
    await ownerDb().message.updateMany({ where: { submissionId }, data: { readAt: null } })
    expect(await run(morning)).toEqual(['supervisor@example.test'])
  })

  it('is written once where two workers write at once', async () => {
    await aCase(written)
    await Promise.all([asOf(morning, writeStaffLetters), asOf(morning, writeStaffLetters)])
    expect(await ownerDb().outbound.count()).toBe(1)
  })

  it('is asked for by nobody who is signed in', async () => {
    await aCase(written)
    expect(await asActor(people.supervisor, (tx) => tx.$queryRaw`SELECT * FROM staff_news(now())`)).toEqual(
      [],
    )
  })
})

describe('which e-mails somebody wants', () => {
  it('is theirs to say', async () => {
    await setLetters(people.other, { letters: 'each', from: '23', until: '6', figures: 'yes', stuck: 'yes' })
    const hours = { quietFrom: 23, quietUntil: 6 }
    // Of what leads to a page that is not theirs they cannot say anything.
    const chosen = { figures: true, stuck: null }
    expect(await ownLetters(people.other)).toEqual({ letters: 'each', ...hours, chosen })
    await setLetters(people.supervisor, { letters: 'none', from: '', until: '', figures: '', stuck: 'yes' })
    expect(await ownLetters(people.supervisor)).toMatchObject({ chosen: { figures: false, stuck: null } })
  })

  it.each([
    [{ letters: 'some', from: '', until: '' }],
    [{ letters: 'each', from: '7', until: '' }],
    [{ letters: 'each', from: '7', until: '7' }],
    [{ letters: 'each', from: '24', until: '7' }],
    [{ letters: 'each', from: '-1', until: '7' }],
  ])('is not %o', async (posted) => {
    await expect(setLetters(people.other, { ...posted, ...noNotice })).rejects.toThrow('invalid')
  })
})
