import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ensureKeys, leastReport, play, reporter } from '../../e2e/factories/play'
import { startMailServer, startTextServer } from '../../scripts/testing/outbound-servers'
import { ownDatabase } from '../../scripts/testing/own-database'
import { asOf } from '@/lib/adapters/clock'
import { claimOutbound } from '@/lib/commands/outbound-rows'
import { closeCase } from '@/lib/commands/close-case'
import { submitJourney } from '@/lib/commands/submit-journey'
import { sendMessage } from '@/lib/commands/send-message'
import { writeAgreement } from '@/lib/commands/write-agreement'
import { writeLetter } from '@/lib/commands/write-letter'
import { asActor, deskDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import { forbiddenIn } from '@/lib/domain/outbound/check-words'
import type { Actor } from '@/lib/domain/policy'
import { readDraft } from '@/lib/drafts/read-draft'
import type { FieldValues } from '@/lib/journey/view'
import type * as openOutboundFile from '@/lib/queries/open-outbound'
import { followOutbound } from './follow-outbound'
import { sendOutbound } from './send-outbound'

await ownDatabase()
/** Letters that fail in a way nobody thought of. */
const broken = new Set<string>()
vi.mock('@/lib/queries/open-outbound', async (original) => {
  const real = await original<typeof openOutboundFile>()
  const openOutbound: typeof real.openOutbound = (claimed) =>
    broken.has(claimed.id) ? Promise.reject(new Error('Broken.')) : real.openOutbound(claimed)
  return { openOutbound }
})
const mail = await startMailServer()
const texts = await startTextServer()
const uuid = randomUUID()
const settings = {
  ...{ SEND_EMAIL_BY: 'smtp', SMTP_URL: mail.url, MAIL_FROM: 'desk@police.example.test' },
  ...{ MAIL_FROM_NEUTRAL: 'hello@post.example.test', SEND_TEXT_BY: 'notify', NOTIFY_URL: texts.url },
  ...{ NOTIFY_API_KEY: texts.key, NOTIFY_TEXT_TEMPLATE: uuid, NOTIFY_TEXT_SENDER: uuid },
  LOG_LEVEL: 'silent',
}
for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)

// A Monday at three, and that evening, by the force's clock.
const afternoon = new Date('2026-11-23T15:00:00Z')
const evening = new Date('2026-11-23T18:00:00Z')
const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000)
const supervisor: Actor = { id: randomUUID(), name: 'Somebody', role: 'supervisor', districts: [] }

beforeAll(async () => {
  await ensureKeys()
  const { id, name, role } = supervisor
  await ownerDb().account.create({ data: { id, name, role, email: `${id}@example.test` } })
})
beforeEach(async () => {
  mail.letters.length = 0
  texts.taken.length = 0
  texts.asked.length = 0
  broken.clear()
  Object.assign(mail, { mode: 'takes' })
  Object.assign(texts, { mode: 'takes', status: 'sending' })
  await ownerDb().outbound.deleteMany()
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await mail.stop()
  await texts.stop()
})

const evenings: FieldValues = {
  ...leastReport,
  ...{
    contactChoice: 'plan',
    safeWays: ['text'],
    phone: '07700 900123',
    othersSee: 'yes',
    maySay: 'neutral',
  },
  ...{ contactWhen: 'only-at', contactHours: ['18-20', '20-22'], returnCode: 'yes' },
  ...{ identityWords: 'I am a demiboy and a Quaker', strands: ['sexual-orientation'] },
}
const byEmail: FieldValues = {
  ...evenings,
  safeWays: ['email'],
  email: 'sam@example.test',
  contactWhen: 'any-time',
}

async function aCase(fields: FieldValues): Promise<string> {
  const cookie = await play(reporter, fields)
  const token = (await readDraft('public', cookie))?.journeys.report?.token ?? ''
  const post = {
    slot: 'public',
    channel: 'online',
    locale: 'en',
    journeyId: 'report',
    token,
    cookie,
  } as const
  const result = await submitJourney(post)
  if (!result.ok) throw new Error(`Not sent: ${result.go.to}`)
  return result.sent.reference
}

const found = (reference: string) => ownerDb().case.findUniqueOrThrow({ where: { reference } })
const rows = () => ownerDb().outbound.findMany({ orderBy: { madeAt: 'asc' } })
const boxes = () => ownerDb().sealedBox.count({ where: { purpose: 'outbound' } })

interface Posted {
  readonly way?: string
  readonly text?: string
  readonly template?: string
  readonly planVersion?: number
}

async function write(reference: string, { way = 'text', text = '', template = '', planVersion = 0 }: Posted) {
  const { version } = await found(reference)
  await writeLetter(supervisor, { reference, version, planVersion, way, text, template }, 'supervision')
}

const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  )

describe('a text to somebody who may be written to in the evening', () => {
  it('waits until then, goes out once, and its words are destroyed', async () => {
    const reference = await aCase(evenings)
    await asOf(afternoon, () => write(reference, { text: 'Hello. Could you ring me?' }))
    expect(await rows()).toMatchObject([
      { state: 'waiting', nextAt: evening, purpose: 'letter', way: 'text' },
    ])
    expect(await asOf(afternoon, sendOutbound)).toBe(0)
    expect(await asOf(evening, sendOutbound)).toBe(1)
    expect(texts.taken).toMatchObject([
      {
        path: '/v2/notifications/sms',
        body: { phone_number: '+447700900123', personalisation: { message: 'Hello. Could you ring me?' } },
      },
    ])
    expect(await rows()).toMatchObject([
      { state: 'sent', boxId: null, tries: 1, providerRef: texts.taken[0]?.id },
    ])
    expect(await boxes()).toBe(0)
    const { id } = await found(reference)
    const told = await ownerDb().caseEvent.findMany({ where: { caseId: id }, select: { type: true } })
    expect(told.map(({ type }) => type)).toEqual(expect.arrayContaining(['letter-written', 'outbound-sent']))
    const note = await ownerDb().caseEvent.findFirstOrThrow({ where: { caseId: id, type: 'letter-written' } })
    expect(note.boxId).not.toBeNull()
    texts.status = 'delivered'
    await asOf(later(evening, 2), followOutbound)
    expect(await rows()).toMatchObject([{ state: 'delivered' }])
  })

  it('begins from the force’s own words where nothing was typed', async () => {
    const reference = await aCase(evenings)
    await asOf(evening, () => write(reference, { template: 'look' }))
    await asOf(evening, sendOutbound)
    expect(
      String(texts.taken[0]?.body.personalisation && JSON.stringify(texts.taken[0].body.personalisation)),
    ).toContain('I have left something for you to read')
  })

  it.each([
    ['another way', { way: 'email', text: 'Hello' }, 'way-not-safe'],
    ['no way', { way: 'pigeon', text: 'Hello' }, 'way-not-safe'],
    ['no words', { text: ' ' }, 'invalid'],
    ['that somebody will ring, who must not', { template: 'will-ring' }, 'invalid'],
    ['too many', { text: 'Hello. '.repeat(100) }, 'invalid'],
    ['the police', { text: 'It is the p0lice' }, 'telling-words'],
    ['a word of theirs', { text: 'About the quaker meeting' }, 'telling-words'],
    ['a word of their strand', { text: 'How is your boyfriend?' }, 'telling-words'],
    ['a plan that was', { text: 'Hello', planVersion: 3 }, 'plan-changed'],
  ])('is refused with %s, and nothing is kept of it', async (_, posted, code) => {
    const reference = await aCase(evenings)
    expect(await codeOf(asOf(evening, () => write(reference, posted)))).toBe(code)
    expect(await rows()).toEqual([])
    expect(await boxes()).toBe(0)
  })

  it('stops where the plan changes before it goes, and where the case is erased', async () => {
    for (const [change, reason] of [
      [{ planVersion: 1 }, 'plan-changed'],
      [{ erasedAt: evening }, 'erased'],
    ] as const) {
      const reference = await aCase(evenings)
      await asOf(afternoon, () => write(reference, { text: 'Hello.' }))
      await ownerDb().case.update({ where: { reference }, data: change })
      await asOf(evening, sendOutbound)
      expect(texts.taken).toEqual([])
      expect((await rows()).at(-1)).toMatchObject({ state: 'stopped', reason, boxId: null })
    }
  })

  it('went out where the case is erased afterwards, and nothing leads to where the provider keeps it', async () => {
    const reference = await aCase(evenings)
    await asOf(evening, () => write(reference, { text: 'Hello.' }))
    await asOf(evening, sendOutbound)
    expect(await rows()).toMatchObject([{ state: 'sent', providerRef: texts.taken[0]?.id }])
    await ownerDb().case.update({ where: { reference }, data: { erasedAt: later(evening, 1) } })
    expect(await rows()).toMatchObject([{ state: 'sent', reason: null, providerRef: null }])
  })
})

describe('that there is something new', () => {
  it('is told by text once, with a message, in hours that are safe, and says no more', async () => {
    const reference = await aCase(evenings)
    for (const text of ['The first, about the hate crime', 'The second']) {
      const { version } = await found(reference)
      await asOf(afternoon, () => sendMessage(supervisor, { reference, version, text }, 'supervision'))
    }
    expect(await rows()).toMatchObject([{ purpose: 'notice', state: 'waiting', nextAt: evening }])
    await asOf(evening, sendOutbound)
    expect(texts.taken).toHaveLength(1)
    expect(JSON.stringify(texts.taken)).not.toMatch(/hate|crime|HC-/u)
  })

  it('is told once until they have read, or once a week', async () => {
    const reference = await aCase({ ...evenings, contactWhen: 'any-time' })
    const { submissionId } = await found(reference)
    const leave = async (at: Date) => {
      const { version } = await found(reference)
      await asOf(at, () => sendMessage(supervisor, { reference, version, text: 'Hello' }, 'supervision'))
      await asOf(at, sendOutbound)
    }
    const read = (at: Date) =>
      ownerDb().message.updateMany({ where: { submissionId, readAt: null }, data: { readAt: at } })
    for (const minutes of [0, 1, 60]) await leave(later(evening, minutes))
    expect(texts.taken).toHaveLength(1)
    await read(later(evening, 70))
    for (const minutes of [80, 90]) await leave(later(evening, minutes))
    expect(texts.taken).toHaveLength(2)
    // Whoever did not notice that one either is told once more, after a week.
    const week = 7 * 24 * 60
    for (const minutes of [week, week + 90]) await leave(later(evening, minutes))
    expect(texts.taken).toHaveLength(3)
  })

  it('is told again where another plan holds than the one it was told by', async () => {
    const reference = await aCase(evenings)
    const { id: caseId, version } = await found(reference)
    const one = {
      force: 'hertfordshire',
      caseId,
      planVersion: 5,
      way: 'text',
      purpose: 'notice',
      state: 'sent',
    }
    const at = { madeAt: afternoon, nextAt: afternoon, sentAt: afternoon }
    await ownerDb().outbound.create({ data: { ...one, ...at, id: randomUUID() } })
    await asOf(evening, () => sendMessage(supervisor, { reference, version, text: 'Hello' }, 'supervision'))
    expect(await rows()).toMatchObject([{ planVersion: 5 }, { planVersion: 0, state: 'waiting' }])
  })

  it('is not told any more where they read before it went', async () => {
    const reference = await aCase(evenings)
    const { version, submissionId } = await found(reference)
    await asOf(afternoon, () => sendMessage(supervisor, { reference, version, text: 'Hello' }, 'supervision'))
    await ownerDb().message.updateMany({ where: { submissionId }, data: { readAt: later(afternoon, 30) } })
    await asOf(evening, sendOutbound)
    expect(texts.taken).toEqual([])
    expect(await rows()).toMatchObject([{ state: 'stopped', reason: 'read', boxId: null }])
  })

  it('is told by itself to nobody who wrote of times, but by whoever has read that, for that hour alone', async () => {
    const reference = await aCase({ ...evenings, contactTimes: 'not on Fridays, he is home' })
    const leave = async (tellBy: number | null) => {
      const { version } = await found(reference)
      const seen = { reference, version, text: 'Hello', tellBy }
      return codeOf(asOf(evening, () => sendMessage(supervisor, seen, 'supervision')))
    }
    expect(await leave(null)).toBe('done')
    expect(await rows()).toEqual([])
    expect(await leave(4)).toBe('plan-changed')
    expect(await rows()).toEqual([])
    expect(await leave(0)).toBe('done')
    expect(await rows()).toMatchObject([{ purpose: 'notice', state: 'waiting', nextAt: evening }])
    await asOf(later(evening, 6 * 60), sendOutbound)
    expect(texts.taken).toEqual([])
    expect(await rows()).toMatchObject([{ state: 'stopped', reason: 'outside-hours', boxId: null }])
  })

  it('is told in the hours in which the force reads to whoever left blank when', async () => {
    const reference = await aCase({ ...evenings, contactWhen: '', contactHours: [] })
    const { version } = await found(reference)
    const night = new Date('2026-11-24T03:00:00Z')
    await asOf(night, () => sendMessage(supervisor, { reference, version, text: 'Hello' }, 'supervision'))
    expect(await rows()).toMatchObject([{ state: 'waiting', nextAt: new Date('2026-11-24T08:00:00Z') }])
    await asOf(later(night, 60), sendOutbound)
    expect(texts.taken).toEqual([])
    await asOf(later(night, 5 * 60), sendOutbound)
    expect(texts.taken).toHaveLength(1)
  })

  it('is told to nobody whose plan names no way or no hour', async () => {
    for (const more of [{ safeWays: ['code'] }, { contactHours: [] }]) {
      const reference = await aCase({ ...evenings, ...more })
      const { version } = await found(reference)
      await sendMessage(supervisor, { reference, version, text: 'Hello' }, 'supervision')
    }
    expect(await rows()).toEqual([])
  })
})

describe('that a case is closed', () => {
  const close = async (reference: string, at: Date) => {
    const { version } = await found(reference)
    const seen = { reference, version, disposition: 'advice', reason: 'Done.' }
    await asOf(at, () => closeCase(supervisor, seen, 'supervision'))
  }
  /** As `withdraw_case` writes it. */
  const withdraw = async (reference: string, hear: 'yes' | 'no') => {
    const { id: caseId } = await found(reference)
    await ownerDb().caseEvent.create({
      data: { id: randomUUID(), caseId, at: later(afternoon, -60), type: 'withdrawn', detail: { hear } },
    })
  }

  it('is told to whoever withdrew and wants to hear it, with no word of what it is', async () => {
    const reference = await aCase(evenings)
    await withdraw(reference, 'yes')
    await close(reference, afternoon)
    expect(await rows()).toMatchObject([{ purpose: 'notice', state: 'waiting', nextAt: evening }])
    await asOf(evening, sendOutbound)
    expect(texts.taken).toHaveLength(1)
    expect(JSON.stringify(texts.taken)).not.toMatch(/clos|hate|HC-/u)
  })

  it('is told to whoever is asked whether what was agreed happened, unless they answered before it went', async () => {
    for (const answers of [false, true]) {
      const reference = await aCase(evenings)
      const { version, submissionId } = await found(reference)
      await asOf(afternoon, () => writeAgreement(supervisor, { reference, version, text: 'A letter.' }))
      await close(reference, later(afternoon, 1))
      const answered = { answer: 'yes', answeredAt: later(afternoon, 2) }
      if (answers) await ownerDb().agreement.updateMany({ where: { submissionId }, data: answered })
    }
    await asOf(evening, sendOutbound)
    expect(texts.taken).toHaveLength(1)
    expect((await rows()).map(({ state }) => state).sort()).toEqual(['sent', 'stopped'])
  })

  it('is told to nobody else, and not by a text to whoever wants to hear nothing more', async () => {
    await close(await aCase(evenings), afternoon)
    const reference = await aCase(evenings)
    const { version } = await found(reference)
    await asOf(afternoon, () => writeAgreement(supervisor, { reference, version, text: 'A letter.' }))
    await withdraw(reference, 'no')
    await close(reference, later(afternoon, 1))
    expect(await rows()).toEqual([])
  })
})

describe('what cannot be sent', () => {
  it('is tried again with longer and longer waits for more than a day, and then supervisors are told', async () => {
    const reference = await aCase(byEmail)
    await asOf(evening, () => write(reference, { way: 'email', text: 'Hello.' }))
    mail.mode = 'later'
    const waits: number[] = []
    let at = evening
    for (let run = 0; run < 20; run += 1) {
      await asOf(at, sendOutbound)
      const [row] = await rows()
      if (row?.state !== 'waiting') break
      waits.push((row.nextAt.getTime() - at.getTime()) / 60_000)
      at = row.nextAt
    }
    expect(waits).toEqual([1, 5, 30, 120, 360, 720, 720])
    expect(await rows()).toMatchObject([{ state: 'failed', reason: 'unreachable', tries: 8, boxId: null }])
    const { id: caseId } = await found(reference)
    expect(await ownerDb().escalation.findMany({ where: { caseId } })).toMatchObject([
      { rule: 'undelivered', settledAt: null },
    ])
  })

  it('is not tried again where the server says that it never will', async () => {
    const reference = await aCase(byEmail)
    await asOf(evening, () => write(reference, { way: 'email', text: 'Hello.' }))
    mail.mode = 'never'
    await asOf(evening, sendOutbound)
    expect(await rows()).toMatchObject([{ state: 'failed', reason: 'refused', tries: 1 }])
  })

  it('arrives under the same name where the answer to the first try was lost, and a text not twice at all', async () => {
    const [mailed, texted] = [await aCase(byEmail), await aCase(evenings)]
    await asOf(evening, () => write(mailed, { way: 'email', text: 'Hello.' }))
    await asOf(evening, () => write(texted, { text: 'Hello.' }))
    mail.mode = 'hangs-up'
    texts.mode = 'loses'
    await asOf(evening, sendOutbound)
    mail.mode = 'takes'
    texts.mode = 'takes'
    await asOf(later(evening, 2), sendOutbound)
    const names = mail.letters.map(({ raw }) => /^Message-ID: (.*)$/mu.exec(raw)?.[1])
    expect(new Set(names).size).toBe(1)
    expect(names).toHaveLength(2)
    expect(texts.taken).toHaveLength(1)
    expect((await rows()).map(({ state }) => state)).toEqual(['sent', 'sent'])
  })

  it('is told where a provider takes it and it does not arrive', async () => {
    const reference = await aCase(evenings)
    await asOf(evening, () => write(reference, { text: 'Hello.' }))
    await asOf(evening, sendOutbound)
    texts.status = 'permanent-failure'
    await asOf(later(evening, 2), followOutbound)
    expect(await rows()).toMatchObject([{ state: 'failed', reason: 'permanent-failure' }])
    const { id: caseId } = await found(reference)
    expect(await ownerDb().escalation.count({ where: { caseId, rule: 'undelivered' } })).toBe(1)
  })

  it('is tried again where it is about us: whom it is from, or a key for a team alone', async () => {
    const [mailed, texted] = [await aCase(byEmail), await aCase(evenings)]
    await asOf(evening, () => write(mailed, { way: 'email', text: 'Hello.' }))
    await asOf(evening, () => write(texted, { text: 'Hello.' }))
    mail.mode = 'no-sender'
    texts.mode = 'team-only'
    await asOf(evening, sendOutbound)
    const row = { state: 'waiting', reason: 'unreachable', nextAt: later(evening, 1) }
    expect(await rows()).toMatchObject([row, row])
  })

  it('holds up no other where it fails in a way nobody thought of, and has failed after twelve tries', async () => {
    const [odd, well] = [await aCase(evenings), await aCase(evenings)]
    await asOf(evening, () => write(odd, { text: 'Hello.' }))
    broken.add((await rows())[0]?.id ?? '')
    await asOf(later(evening, 1), () => write(well, { text: 'Hello.' }))
    for (let run = 0; run <= 12; run += 1) await asOf(later(evening, 1 + 5 * run), sendOutbound)
    expect(await rows()).toMatchObject([
      { state: 'failed', reason: 'unreadable', boxId: null },
      { state: 'sent', tries: 1 },
    ])
    const opened = { action: 'outbound-opened', reference: odd }
    expect(await ownerDb().auditEvent.count({ where: opened })).toBe(12)
    const { id: caseId } = await found(odd)
    expect(await ownerDb().escalation.count({ where: { caseId, rule: 'undelivered' } })).toBe(1)
  })

  it('is not waited for by what is said of danger', async () => {
    const reference = await aCase(evenings)
    const { id: caseId } = await found(reference)
    await asOf(evening, () => write(reference, { text: 'Hello.' }))
    const alert = {
      id: randomUUID(),
      force: 'hertfordshire',
      accountId: supervisor.id,
      way: 'email',
      purpose: 'alert',
    }
    const due = later(evening, 30)
    await ownerDb().outbound.create({ data: { ...alert, madeAt: due, nextAt: due } })
    const first = await asOf(due, () => claimOutbound(due, 1))
    expect(first.map(({ id }) => id)).toEqual([alert.id])
    const next = await asOf(due, () => claimOutbound(due, 1))
    expect(next.map((one) => one.caseId)).toEqual([caseId])
  })

  it('does not keep asking a provider that tells nothing, and asks it of the rest in the next run', async () => {
    const reference = await aCase(evenings)
    const { id: caseId } = await found(reference)
    const one = {
      force: 'hertfordshire',
      caseId,
      planVersion: 0,
      way: 'text',
      purpose: 'letter',
      state: 'sent',
    }
    const at = { madeAt: evening, sentAt: evening, nextAt: evening }
    const data = Array.from({ length: 12 }, () => ({
      ...one,
      ...at,
      id: randomUUID(),
      providerRef: randomUUID(),
    }))
    await ownerDb().outbound.createMany({ data })
    texts.mode = 'mute'
    await asOf(later(evening, 2), followOutbound)
    expect(texts.asked).toHaveLength(10)
    Object.assign(texts, { mode: 'takes', status: 'delivered' })
    await asOf(later(evening, 3), followOutbound)
    expect((await rows()).filter(({ state }) => state === 'delivered')).toHaveLength(2)
    await asOf(later(evening, 10), followOutbound)
    expect((await rows()).filter(({ state }) => state === 'delivered')).toHaveLength(12)
  })

  it('is claimed by one process alone, and by the next where that one is lost', async () => {
    const reference = await aCase(evenings)
    await asOf(evening, () => write(reference, { text: 'Hello.' }))
    const both = await Promise.all([asOf(evening, sendOutbound), asOf(evening, sendOutbound)])
    expect(both.reduce((sum, sent) => sum + sent, 0)).toBe(1)
    expect(texts.taken).toHaveLength(1)
  })

  it('is claimed, noted and written by nobody who should not', async () => {
    await expect(asActor(supervisor, (tx) => tx.$queryRaw`SELECT claim_outbound(now(), 10)`)).rejects.toThrow(
      /watched by nobody/u,
    )
    const row = JSON.stringify({ case_id: (await found(await aCase(evenings))).id, plan_version: 0 })
    expect(await deskDb().$queryRaw`SELECT write_outbound(${row}::jsonb) AS outcome`).toEqual([
      { outcome: 'not-found' },
    ])
  })
})

describe('an e-mail', () => {
  it('has nothing in its head that tells whom it is from', async () => {
    const reference = await aCase(byEmail)
    await asOf(evening, () => write(reference, { way: 'email', text: 'Hello. Could you ring me?' }))
    await asOf(evening, sendOutbound)
    const [{ raw, to } = { raw: '', to: '' }] = mail.letters
    expect(to).toBe('sam@example.test')
    expect(raw).toContain('From: hello@post.example.test')
    expect(raw).toContain('Subject: Something new')
    const against = { neutral: true, languages: ['en', 'cy'], names: [], own: [] }
    const told = forbiddenIn(raw.replaceAll(/(?:[\w.-]+@)?[\w-]+\.example\.test/gu, ' '), against)
    expect(told).toEqual([])
  })
})
