import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { ensureKeys, fullest, play, reporter } from '@/e2e/factories/play'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { readDraft } from '@/lib/drafts/read-draft'
import type { Answers } from '@/lib/journey/definition'
import type { FieldValues } from '@/lib/journey/view'
import { planBox, planPurpose } from '@/lib/journeys/stored-plan'
import { openCase } from '@/lib/queries/open-case'
import { openForExport } from '@/lib/queries/open-for-export'
import { openLaterPlans, openPlan } from '@/lib/queries/open-plan'
import * as opening from '@/lib/sealing/open'
import { sealBox } from '@/lib/sealing/seal'
import { boxRow } from './intake-rows'
import { recordContact } from './record-contact'
import { showNumber } from './show-number'
import { submitJourney } from './submit-journey'

let holder: Actor
let outsider: Actor

beforeAll(async () => {
  await ensureKeys()
  holder = await somebody('supervisor')
  outsider = await somebody('triager')
})

async function somebody(role: Role): Promise<Actor> {
  const id = randomUUID()
  const account = { id, email: `${id}@example.test`, name: 'Somebody', role }
  await ownerDb().account.create({ data: { ...account, passwordHash: '', totpSecret: new Uint8Array() } })
  return { id, name: 'Somebody', role, districts: [] }
}

const number = '07700 900461'
const byPhone: FieldValues = {
  contactChoice: 'plan',
  safeWays: ['call', 'text'],
  phone: number,
  contactWhen: 'any-time',
  returnCode: 'no',
}

const wordsAlone: FieldValues = { ...byPhone, contactWhen: 'only-at', contactDays: [], contactHours: [] }

/** A case that somebody holds, of whoever may be reached so. */
async function sent(contact: FieldValues = byPhone): Promise<string> {
  const words = fullest('report', (field) => `words of ${field}`)
  const cookie = await play(reporter, { ...words, ...contact })
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
  const { reference } = result.sent
  await ownerDb().case.update({ where: { reference }, data: { assigneeId: holder.id, status: 'assigned' } })
  return reference
}

/** Another plan takes the place of the one that holds, as the holder of the code makes one. */
async function replan(reference: string, answers: Answers): Promise<void> {
  const { submissionId, planVersion } = await found(reference)
  const sections = [
    {
      id: 'contact',
      title: 'Reaching you',
      rows: [{ questionId: 'safeWays', stepSlug: 'ways', label: 'Safe', value: 'So' }],
    },
  ]
  const box = await sealBox(planPurpose, planBox({ journey: 'safe-contact', version: 1, answers, sections }))
  await ownerDb().$queryRaw`SELECT insert_sealed_box(${JSON.stringify(boxRow(box, now()))}::jsonb)::text`
  const version = planVersion + 1
  const plan = { submissionId, version, madeBy: 'reporter', reach: 'out', boxId: box.id }
  await ownerDb().contactPlan.create({ data: { ...plan, id: randomUUID(), madeAt: now() } })
  await ownerDb().case.update({ where: { reference }, data: { planVersion: version } })
}

const found = (reference: string) => ownerDb().case.findUniqueOrThrow({ where: { reference } })
const auditOf = (reference: string) =>
  ownerDb().auditEvent.findMany({ where: { reference }, orderBy: { seq: 'asc' } })
const eventsOf = (reference: string) =>
  ownerDb().caseEvent.findMany({
    where: { case: { reference }, NOT: { type: 'received' } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
const seenOf = async (reference: string) => {
  const { version, planVersion } = await found(reference)
  return { reference, version, planVersion }
}
const call = { way: 'call', result: 'no-answer', next: 'try-again', reason: '', words: '' }

async function codeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act
    return 'allowed'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

describe('the plan that holds', () => {
  it('is what was sent until there is another, and then nothing of what was sent', async () => {
    const reference = await sent()
    const first = await openCase(holder, reference, 'my-case')
    expect(first?.plan).toMatchObject({ ways: ['call', 'text'], phone: number })
    expect(first?.reach).toMatchObject({ version: 0, changed: null, number: 'open' })
    await replan(reference, { contactChoice: 'plan', safeWays: ['email'], email: 'sam@example.test' })
    const then = await openCase(holder, reference, 'my-case')
    expect(then?.plan).toMatchObject({ ways: ['email'], phone: null, email: 'sam@example.test', name: null })
    expect(then?.reach).toMatchObject({ version: 1, changed: { by: 'reporter' }, number: 'none' })
    expect(JSON.stringify(then)).not.toContain('900461')
    expect(await openPlan(holder, reference, 'my-case')).toMatchObject({
      version: 1,
      plan: { ways: ['email'] },
    })
    await replan(reference, { contactChoice: 'anonymous' })
    expect((await openCase(holder, reference, 'my-case'))?.plan).toMatchObject({
      choice: 'anonymous',
      ways: [],
    })
    const every = await openLaterPlans(holder, reference, 'my-case')
    expect(every.map(({ answers }) => answers.contactChoice)).toEqual(['plan', 'anonymous'])
  })

  it('is opened after the row of the audit, and by nobody who may not open the case', async () => {
    const reference = await sent()
    await replan(reference, { contactChoice: 'code-only' })
    const before = (await auditOf(reference)).length
    const spy = vi.spyOn(opening, 'openBox').mockImplementation(async () => {
      expect((await auditOf(reference)).slice(before)).toMatchObject([
        { action: 'opened', actorId: holder.id },
      ])
      throw new Error('seen')
    })
    await expect(openPlan(holder, reference, 'my-case')).rejects.toThrow('seen')
    spy.mockRestore()
    expect(await codeOf(openPlan(outsider, reference, 'triage'))).toBe('not-found')
    const { boxId } = await ownerDb().contactPlan.findFirstOrThrow({
      where: { submission: { case: { reference } } },
    })
    const keys = (actor: Actor) => asActor(actor, (tx) => tx.keyWrap.count({ where: { boxId } }))
    expect(await keys(outsider)).toBe(0)
    expect(await keys(holder)).toBeGreaterThan(0)
  })

  it('is the person’s to have, each with its day, beside what was sent', async () => {
    const reference = await sent()
    const before = await openForExport(holder, reference, null)
    await replan(reference, { contactChoice: 'code-only' })
    const { transcript } = await openForExport(holder, reference, null)
    expect(transcript.slice(0, before.transcript.length)).toEqual(before.transcript)
    expect(transcript.slice(before.transcript.length)).toMatchObject([
      {
        title: expect.stringMatching(/^Reaching you \(\d{4}-\d\d-\d\d\)$/u) as string,
        rows: [{ value: 'So' }],
      },
    ])
  })

  it('is destroyed with its case, and so is every one before it', async () => {
    const reference = await sent()
    await replan(reference, { contactChoice: 'code-only' })
    await replan(reference, { contactChoice: 'plan', safeWays: ['text'], phone: number })
    const { submissionId } = await found(reference)
    const plans = await ownerDb().contactPlan.findMany({ where: { submissionId } })
    const boxId = { in: plans.map((plan) => plan.boxId) }
    expect(await ownerDb().keyWrap.count({ where: { boxId } })).toBeGreaterThan(3)
    await ownerDb().$queryRaw`
      SELECT destroy_case(c, ${now()}::timestamptz)::text FROM "case" c WHERE c.reference = ${reference}`
    expect(await ownerDb().contactPlan.count({ where: { submissionId } })).toBe(0)
    expect(await ownerDb().keyWrap.count({ where: { boxId } })).toBe(0)
    expect(await ownerDb().sealedField.count({ where: { boxId } })).toBe(0)
  })

  it('is the only one an act may go by: the desk is told that it changed, and nothing is done', async () => {
    const reference = await sent()
    const seen = await seenOf(reference)
    await replan(reference, byPhone)
    expect(await codeOf(recordContact(holder, { ...seen, ...call }, 'my-case'))).toBe('plan-changed')
    const asking = { reason: 'they-asked', words: 'They rang us.' }
    expect(await codeOf(showNumber(holder, { ...seen, ...asking }))).toBe('plan-changed')
    const act = (more: object) => ({
      at: now(),
      event_id: randomUUID(),
      detail: { result: 'spoke' },
      ...more,
    })
    const { id, version } = await found(reference)
    for (const more of [
      { type: 'contact-recorded' },
      { type: 'contact-recorded', plan_version: 0 },
      { type: 'number-shown', plan_version: 2 },
      { type: 'noted', plan_version: 0 },
    ]) {
      const rows = JSON.stringify(act(more))
      expect(
        await asActor(
          holder,
          (tx) =>
            tx.$queryRaw`SELECT change_case(${id}::uuid, ${version}::integer, ${rows}::jsonb) AS outcome`,
        ),
      ).toEqual([{ outcome: 'plan-changed' }])
    }
    expect(await eventsOf(reference)).toEqual([])
    expect(await codeOf(recordContact(holder, { ...(await seenOf(reference)), ...call }, 'my-case'))).toBe(
      'allowed',
    )
  })
})

describe('an attempt', () => {
  it('tells how, what came of it and what is next; its words are sealed', async () => {
    const reference = await sent()
    const attempt = { ...call, result: 'wrong-person', next: 'another-way', words: 'Her brother, zqNeedle.' }
    await recordContact(holder, { ...(await seenOf(reference)), ...attempt }, 'my-case')
    const [event] = await eventsOf(reference)
    expect(event).toMatchObject({
      type: 'contact-recorded',
      detail: { way: 'call', result: 'wrong-person', next: 'another-way' },
    })
    const { notes } = (await openCase(holder, reference, 'my-case')) ?? {}
    expect([...(notes ?? [])].map(([, text]) => text)).toEqual(['Her brother, zqNeedle.'])
    const rows = [await auditOf(reference), await eventsOf(reference)]
    expect(
      JSON.stringify(rows, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toContain('zqNeedle')
  })

  it.each([
    ['a way they did not tick', byPhone, 'email', 'way-not-safe'],
    ['no hour that is known', wordsAlone, 'call', 'hours-unread'],
    ['nobody who may be reached', { contactChoice: 'code-only' }, 'call', 'not-to-be-contacted'],
  ] as const)('by %s needs a reason, which is told with it', async (_, contact, way, refused) => {
    const reference = await sent(contact)
    await ownerDb().caseClock.updateMany({ where: { case: { reference } }, data: { reach: 'out' } })
    const attempt = async (reason: string) =>
      codeOf(recordContact(holder, { ...(await seenOf(reference)), ...call, way, reason }, 'my-case'))
    expect(await attempt('')).toBe('way-not-safe')
    expect(await attempt('because')).toBe('way-not-safe')
    expect(await eventsOf(reference)).toEqual([])
    expect(await attempt('by-mistake')).toBe('allowed')
    expect(await eventsOf(reference)).toMatchObject([{ detail: { way, refused, reason: 'by-mistake' } }])
  })

  it.each([{ way: 'pigeon' }, { result: 'wrote' }, { next: 'later' }, { way: '' }])(
    'with %j is none',
    async (more) => {
      const reference = await sent()
      const seen = await seenOf(reference)
      expect(await codeOf(recordContact(holder, { ...seen, ...call, ...more }, 'my-case'))).toBe('invalid')
    },
  )

  it('is recorded by nobody who does not say why they open the case', async () => {
    const reference = await sent()
    expect(await codeOf(recordContact(holder, { ...(await seenOf(reference)), ...call }, null))).toBe(
      'no-reason',
    )
    expect(await codeOf(recordContact(outsider, { ...(await seenOf(reference)), ...call }, null))).toBe(
      'not-found',
    )
  })
})

describe('a number that is kept back', () => {
  const textOnly: FieldValues = { ...byPhone, safeWays: ['text'] }

  it('is in nothing that opening the case gives, in any language', async () => {
    const reference = await sent(textOnly)
    const opened = await openCase(holder, reference, 'my-case')
    expect(opened?.reach.number).toEqual({ refused: 'way-not-safe' })
    expect(JSON.stringify(opened)).not.toContain('900461')
  })

  it('is shown by the plan it was asked for by, once that is in the history and the audit', async () => {
    const reference = await sent(textOnly)
    const asking = { reason: 'threat-to-life', words: 'They wrote that he is at the door.' }
    await showNumber(holder, { ...(await seenOf(reference)), ...asking })
    const [last] = (await auditOf(reference)).slice(-1)
    expect(last).toMatchObject({
      action: 'number-shown',
      actorId: holder.id,
      detail: { reason: 'threat-to-life' },
    })
    expect(await eventsOf(reference)).toMatchObject([{ type: 'number-shown' }])
    const opened = await openCase(holder, reference, 'my-case', { number: 0 })
    expect(opened?.plan.phone).toBe(number)
    expect(opened?.reach.number).toBe('asked')
    await replan(reference, { contactChoice: 'plan', safeWays: ['text'], phone: number })
    expect(JSON.stringify(await openCase(holder, reference, 'my-case', { number: 0 }))).not.toContain(
      '900461',
    )
  })

  it('is not shown without a reason of the list, or without words, or to whoever may not reach them', async () => {
    const reference = await sent(textOnly)
    const ask = async (actor: Actor, reason: string, words: string) =>
      codeOf(showNumber(actor, { ...(await seenOf(reference)), reason, words }))
    expect(await ask(holder, '', 'Words.')).toBe('reason-missing')
    expect(await ask(holder, 'curious', 'Words.')).toBe('reason-missing')
    expect(await ask(holder, 'they-asked', ' ')).toBe('invalid')
    expect(await ask(outsider, 'they-asked', 'Words.')).toBe('not-found')
    expect(await eventsOf(reference)).toEqual([])
  })
})

describe('whether they would like a liaison officer', () => {
  it.each([
    ['not-sure', true],
    ['no', false],
    ['yes', false],
  ])('of %s staff read that they are not sure yet: %s', async (wantsOfficer, isUnsure) => {
    const reference = await sent({ ...byPhone, wantsOfficer })
    const opened = await openCase(holder, reference, 'my-case')
    expect(opened?.unsureOfOfficer).toBe(isUnsure)
  })
})
