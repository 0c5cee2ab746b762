import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  answer,
  asker,
  ensureKeys,
  equalityAnswers,
  fullest,
  leastReport,
  play,
  reporter,
  respondent,
  stepOf,
  wordy,
} from '../../e2e/factories/play'
import { scenarios } from '../../e2e/factories/scenarios'
import { ownerDb } from '@/lib/db/owner'
import { parseReference } from '@/lib/domain/reference'
import type { Sent } from '@/lib/drafts/draft'
import type { FieldValues } from '@/lib/journey/view'
import { openDraft, readDraft } from '@/lib/drafts/read-draft'
import { splitAnswers } from '@/lib/journey/apart'
import { findJourney } from '@/lib/journeys/find-journey'
import { followUpStatus, openFollowUp } from '@/lib/queries/follow-up'
import { draftRow } from './intake-rows'
import { hideCode } from './hide-code'
import { makeSubmission } from './make-submission'
import { saveEquality } from './save-equality'
import { submitJourney } from './submit-journey'
import type { SubmitPost } from './submit-journey'
import { openBox } from '@/scripts/testing/reads/own-eyes'

const words = (field: string) => `words for ${field}`
const sealed = { include: { fields: true, wraps: true } } as const
const fields = fullest('report', words)

beforeAll(ensureKeys)

async function checkPage(cookie: string, journeyId = 'report'): Promise<SubmitPost> {
  const draft = await readDraft('public', cookie)
  const token = draft?.journeys[journeyId]?.token ?? 'none'
  return { slot: 'public', channel: 'online', locale: 'en', journeyId, cookie, token }
}

async function sentOf(post: SubmitPost): Promise<Sent> {
  const result = await submitJourney(post)
  if (!result.ok) throw new Error(`Not sent: ${result.go.to}`)
  return result.sent
}

const submissionOf = (id: string) =>
  ownerDb().submission.findUniqueOrThrow({
    where: { id },
    include: { box: sealed, equalityBox: sealed, case: { include: { events: true } }, returnCode: true },
  })

function journeyOf(id: string) {
  const journey = findJourney(id)
  if (journey === undefined) throw new Error(`no ${id}`)
  return journey
}

describe('sending a report', () => {
  test('opens a case with its facts, seals the words, and keeps the confirmation alone', async () => {
    const cookie = await play(reporter, fields)
    const post = await checkPage(cookie)
    const sent = await sentOf(post)

    expect(parseReference(sent.reference)).toBe(sent.reference)
    expect(sent).toMatchObject({ journeyId: 'report', kind: 'report', equalityDone: false })
    expect(await readDraft('public', cookie)).toEqual({
      channel: 'online',
      journeys: {},
      sent,
      followUp: null,
    })

    const stored = await submissionOf(sent.submissionId)
    expect(stored).toMatchObject({ reference: sent.reference, locale: 'en', equalityBoxId: null })
    expect(stored.case).toMatchObject({
      reference: sent.reference,
      kind: 'report',
      channel: 'online',
      force: 'hertfordshire',
      district: 'stevenage',
      strands: ['race', 'transgender-identity'],
      status: 'new',
      riskSuggested: 'high',
      riskRank: 0,
      wantsOfficer: true,
      languages: ['cy'],
      excludedDistricts: ['watford'],
      namesExclusion: true,
      restricted: false,
      assigneeId: null,
      version: 1,
    })
    expect(stored.case?.promisedBy.toISOString()).toBe(sent.promisedBy)
    expect(stored.case?.events.map(({ type }) => type)).toEqual(['received'])
    const audit = await ownerDb().auditEvent.findMany({ where: { reference: sent.reference } })
    expect(audit).toMatchObject([{ action: 'collected', caseId: stored.case?.id, actorId: null, role: null }])
  })

  test('what was sealed opens to the answers, the transcript and the contact plan', async () => {
    const cookie = await play(reporter, fields)
    const { box } = await submissionOf((await sentOf(await checkPage(cookie))).submissionId)
    const opened = await openBox(box)
    expect(Object.keys(opened).sort()).toEqual(['answers', 'contact', 'identity', 'transcript'])
    expect(JSON.parse(opened.answers ?? '')).toMatchObject({
      journey: 'report',
      version: 3,
      answers: { role: 'victim', account: 'words for account', address: 'words for address' },
    })
    expect(opened.transcript).toContain('words for account')
    const contact = JSON.parse(opened.contact ?? '') as { questionId: string; value: string }[]
    expect(contact.find((row) => row.questionId === 'name')?.value).toBe('words for name')
    expect(opened.contact).not.toContain('words for account')
  })

  test('answers of a branch that was left do not go with it', async () => {
    const cookie = await play(reporter, { ...fields, role: 'on-behalf', relation: 'carer' })
    await answer(reporter, 'role', { role: 'victim' }, cookie)
    await answer(reporter, 'contactChoice', { contactChoice: 'anonymous' }, cookie)
    const { box } = await submissionOf((await sentOf(await checkPage(cookie))).submissionId)
    const everything = JSON.stringify(await openBox(box))
    for (const gone of ['relation', 'words for name', '07700 900461', 'words for coverStory']) {
      expect(everything).not.toContain(gone)
    }
    expect(everything).toContain('words for account')
  })

  test.each(scenarios)('$name: sent and opened again', async ({ journey, fields: said }) => {
    const cookie = await play({ ...reporter, journeyId: journey }, said)
    const answers = (await readDraft('public', cookie))?.journeys[journey]?.answers
    const sent = await sentOf(await checkPage(cookie, journey))
    const opened = await openBox((await submissionOf(sent.submissionId)).box)
    const { shared, apart } = splitAnswers(journeyOf(journey), answers ?? {})
    expect(JSON.parse(opened.answers ?? '')).toMatchObject({ journey, answers: shared })
    expect(JSON.parse(opened.identity ?? '')).toMatchObject({ journey, answers: apart })
  })

  test('without a name, a district or a code is a case for the pool', async () => {
    const cookie = await play(reporter, leastReport)
    const sent = await sentOf(await checkPage(cookie))
    expect(sent.returnCode).toBeNull()
    const stored = await submissionOf(sent.submissionId)
    expect(stored.returnCode).toBeNull()
    expect(stored.case).toMatchObject({ district: null, strands: [], wantsOfficer: false })
  })

  test('recorded by a call handler names who recorded it', async () => {
    const id = randomUUID()
    const account = { id, email: `${id}@example.test`, name: 'A', role: 'call-handler', passwordHash: '' }
    await ownerDb().account.create({ data: { ...account, totpSecret: new Uint8Array() } })
    const handler = { slot: 'record', journeyId: 'report', channel: 'phone-101' } as const
    const cookie = await play(handler, leastReport)
    const token = (await readDraft('record', cookie))?.journeys.report?.token ?? ''
    const sent = await sentOf({
      ...handler,
      cookie,
      token,
      locale: 'en',
      recordedBy: { id, name: 'A', role: 'call-handler', districts: [] },
    })
    const stored = await submissionOf(sent.submissionId)
    expect(stored.case).toMatchObject({ channel: 'phone-101', recordedById: id })
    expect(stored.case?.events).toMatchObject([{ type: 'received', actorId: id }])
    // To agree on a call-back while they are there; whoever sends for themselves is offered none.
    expect(sent.callPlan).toMatchObject({ ways: [], times: null })
    const own = await sentOf(await checkPage(await play(reporter, leastReport)))
    expect(own).not.toHaveProperty('callPlan')
    const audit = await ownerDb().auditEvent.findMany({ where: { reference: sent.reference } })
    expect(audit).toMatchObject([{ actorId: id, role: 'call-handler', action: 'collected' }])
  })
})

describe('sending a liaison request', () => {
  const asked = fullest('liaison', words)

  test('opens a case with its words sealed', async () => {
    const cookie = await play(asker, asked)
    const sent = await sentOf(await checkPage(cookie, 'liaison'))
    expect(sent.reference).toMatch(/^LR-/)
    const stored = await submissionOf(sent.submissionId)
    expect(stored.case).toMatchObject({ kind: 'liaison-request', district: 'stevenage', wantsOfficer: true })
    expect(await openBox(stored.box, ['answers'])).toMatchObject({
      answers: expect.stringContaining('words for earlierReference') as string,
    })
  })

  test('with a return code as the only way back always gives a code', async () => {
    const cookie = await play(asker, { ...asked, contactChoice: 'code-only', returnCode: 'no' })
    const sent = await sentOf(await checkPage(cookie, 'liaison'))
    expect(await openFollowUp(sent.returnCode ?? '')).toMatchObject({
      ok: true,
      submissionId: sent.submissionId,
    })
  })
})

describe('the code on the confirmation', () => {
  test('can be hidden and goes on working; the rest of the confirmation stays', async () => {
    const cookie = await play(asker, { ...fullest('liaison', words), contactChoice: 'code-only' })
    const sent = await sentOf(await checkPage(cookie, 'liaison'))
    await hideCode(cookie)
    const kept = await readDraft('public', cookie)
    expect(kept?.sent).toEqual({ ...sent, returnCode: null, codeHidden: true })
    expect(JSON.stringify(kept)).not.toContain(sent.returnCode ?? 'missing')
    expect(await openFollowUp(sent.returnCode ?? '')).toMatchObject({ ok: true })
  })

  test.each([
    ['code-only', true],
    ['anonymous', false],
  ])('and whether there is a way back: %s', async (contactChoice, reachable) => {
    const cookie = await play(reporter, { ...fields, contactChoice })
    expect(await sentOf(await checkPage(cookie))).toMatchObject({ reachable })
    await hideCode(cookie)
    expect((await readDraft('public', cookie))?.sent?.codeHidden).toBe(reachable ? true : undefined)
  })
})

describe('what was promised', () => {
  test.each<[FieldValues, string]>([
    [{ contactChoice: 'code-only' }, 'code'],
    [{ contactChoice: 'plan', safeWays: ['i-will-contact'], returnCode: 'yes' }, 'theirs'],
    [{ contactChoice: 'plan', safeWays: ['call'], returnCode: 'yes' }, 'out'],
  ])('is kept with how they hear from us, for their own page: %j', async (answers, reach) => {
    const given = { ...fullest('liaison', words), excludeDistricts: [], excludeWho: '', ...answers }
    const sent = await sentOf(await checkPage(await play(asker, given), 'liaison'))
    const clock = await ownerDb().caseClock.findFirstOrThrow({
      where: { case: { submissionId: sent.submissionId }, kind: 'first-contact' },
    })
    expect(clock).toMatchObject({ reach, asked: sent.asked, dueAt: new Date(sent.promisedBy) })
    expect(sent).toMatchObject({ reach, reachable: true })
    expect(await followUpStatus(sent.submissionId)).toMatchObject({ reach, asked: sent.asked })
  })

  test('is that it is read, where no hour of theirs is safe: nobody is late who does not ring', async () => {
    const given = { ...fullest('liaison', words), excludeDistricts: [], excludeWho: '' }
    const barred = { safeWays: ['call'], contactWhen: 'only-at', contactDays: ['mon'], contactHours: [] }
    const answers = { ...given, contactChoice: 'plan', ...barred, returnCode: 'no' }
    const sent = await sentOf(await checkPage(await play(asker, answers), 'liaison'))
    expect(sent).toMatchObject({ reach: 'theirs', barred: ['call'] })
    const where = { case: { submissionId: sent.submissionId }, kind: 'first-contact' }
    expect(await ownerDb().caseClock.findFirst({ where })).toMatchObject({ asked: 'nobody', reach: 'out' })
  })

  test('is that it is read, where their own hours begin later: who keeps to those hours is not late', async () => {
    const inFourDays = new Date(Date.now() + 4 * 86_400_000)
    const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'Europe/London' })
    const sent = await sentOf(
      await checkPage(
        await play(asker, {
          // High risk is promised within a day by the clock, whatever day it is.
          ...{ ...fullest('liaison', words), reason: ['sexual'], excludeDistricts: [], excludeWho: '' },
          ...{ contactChoice: 'plan', safeWays: ['call'], contactWhen: 'only-at' },
          ...{ contactDays: [weekday.format(inFourDays).toLowerCase()], contactHours: ['10-12'] },
        }),
        'liaison',
      ),
    )
    expect(sent).toMatchObject({ asked: 'nobody', reach: 'out' })
    expect(Date.parse(sent.hoursBegin ?? '')).toBeGreaterThan(Date.parse(sent.promisedBy))
    const where = { case: { submissionId: sent.submissionId }, kind: 'first-contact' }
    const { caseId, ...clock } = await ownerDb().caseClock.findFirstOrThrow({ where })
    expect(clock).toMatchObject({ asked: 'nobody', reach: 'out', dueAt: new Date(sent.promisedBy) })
    await ownerDb().case.update({ where: { id: caseId }, data: { status: 'in-progress' } })
    expect(await ownerDb().caseClock.findFirst({ where })).toMatchObject({ outcome: 'kept' })
  })
})

describe('the same check page', () => {
  test('posted 50 times at once is one case, and all posts see the same reference and code', async () => {
    const cookie = await play(reporter, fields)
    const post = await checkPage(cookie)
    const before = await ownerDb().case.count()
    const all = await Promise.all(Array.from({ length: 50 }, () => sentOf(post)))
    expect(await ownerDb().case.count()).toBe(before + 1)
    expect(new Set(all.map((sent) => JSON.stringify(sent))).size).toBe(1)
    expect(all[0]?.returnCode).not.toBeNull()
    expect(await ownerDb().auditEvent.count({ where: { reference: all[0]?.reference ?? '' } })).toBe(1)
  })

  test('posted again later shows the same confirmation and makes no second case', async () => {
    const cookie = await play(reporter, leastReport)
    const post = await checkPage(cookie)
    const sent = await sentOf(post)
    const before = await ownerDb().case.count()
    expect(await sentOf(post)).toEqual(sent)
    await answer(reporter, 'role', { role: 'witness' }, cookie)
    expect(await sentOf(post)).toEqual(sent)
    expect(await ownerDb().case.count()).toBe(before)
  })
})

describe('what cannot be sent', () => {
  test('unfinished, it leads to the first open step', async () => {
    const cookie = await play(reporter, leastReport, undefined, 'strands')
    expect(await submitJourney(await checkPage(cookie))).toEqual({
      ok: false,
      go: { to: 'step', slug: stepOf('report', 'strands') },
    })
  })

  test('with a token that is not its own, it leads to its check page', async () => {
    const cookie = await play(reporter, leastReport)
    const post = await checkPage(cookie)
    expect(await submitJourney({ ...post, token: 'forged' })).toEqual({ ok: false, go: { to: 'check' } })
  })

  test.each([
    ['without a draft', { cookie: undefined }],
    ["with nobody's cookie", { cookie: 'A'.repeat(43) }],
    ['of a journey that opens no case', { journeyId: 'equality' }],
    ['of a journey that does not exist', { journeyId: '__proto__' }],
  ])('%s, it leads to the start', async (_, change) => {
    const cookie = await play(reporter, leastReport)
    const post = { ...(await checkPage(cookie)), ...change }
    expect(await submitJourney(post)).toEqual({ ok: false, go: { to: 'start' } })
  })
})

describe('accept_submission', () => {
  async function prepared() {
    const cookie = await play(reporter, leastReport)
    const post = await checkPage(cookie)
    const opened = await openDraft('public', cookie)
    const journey = findJourney('report')
    const held = opened?.draft.journeys.report
    if (!opened || !journey || !held) throw new Error('the draft was just made')
    const made = await makeSubmission({ ...post, journey, journeyId: 'report', answers: held.answers })
    return { cookie, made, draft: await draftRow(opened, { ...opened.draft, sent: made.sent }) }
  }

  const accept = async (rows: object) => {
    const [row] = await ownerDb().$queryRaw<{ outcome: string }[]>`
      select outcome from accept_submission(${JSON.stringify(rows)}::jsonb)`
    return row?.outcome
  }

  test('stores nothing when the draft was changed after it was read', async () => {
    const { cookie, made, draft } = await prepared()
    await answer(reporter, 'role', { role: 'witness' }, cookie)
    expect(await accept({ ...made.rows, draft })).toBe('draft-changed')
    expect(await ownerDb().submission.findUnique({ where: { id: made.sent.submissionId } })).toBeNull()
    expect((await readDraft('public', cookie))?.journeys.report?.answers.role).toBe('witness')
  })

  test('stores nothing under a reference that is taken', async () => {
    const first = await prepared()
    expect(await accept({ ...first.made.rows, draft: first.draft })).toBe('accepted')
    const { made, draft } = await prepared()
    const submission = { ...(made.rows.submission as object), reference: first.made.sent.reference }
    expect(await accept({ ...made.rows, submission, draft })).toBe('reference-taken')
    expect(await accept({ ...made.rows, draft })).toBe('accepted')
  })

  test('takes one of many posts of a draft and tells the others which', async () => {
    const { cookie, made, draft } = await prepared()
    const others = Array.from({ length: 9 }, () => accept({ ...made.rows, draft }))
    const outcomes = await Promise.all(others)
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'repeat')).toHaveLength(8)
    expect((await readDraft('public', cookie))?.sent).toEqual(made.sent)
  })

  test('commits durably even where the server would not', async () => {
    const { made, draft } = await prepared()
    const rows = JSON.stringify({ ...made.rows, draft })
    const settings = await ownerDb().$transaction(async (tx) => {
      await tx.$executeRaw`set local synchronous_commit = off`
      await tx.$queryRaw`select outcome from accept_submission(${rows}::jsonb)`
      return tx.$queryRaw<{ value: string }[]>`select current_setting('synchronous_commit') as value`
    })
    expect(settings).toEqual([{ value: 'on' }])
  })
})

describe('the audit', () => {
  test.each([`update audit_event set action = 'nothing'`, `delete from audit_event`, `truncate audit_event`])(
    'refuses: %s',
    async (statement) => {
      const before = await ownerDb().auditEvent.count()
      await expect(ownerDb().$executeRawUnsafe(statement)).rejects.toThrow(/append-only/)
      expect(await ownerDb().auditEvent.count()).toBe(before)
    },
  )
})

describe('equality answers', () => {
  const given = wordy('equality', equalityAnswers, words)

  async function answered(said: FieldValues) {
    const cookie = await play(reporter, leastReport)
    const sent = await sentOf(await checkPage(cookie))
    return { cookie: await play(respondent, said, cookie), sent }
  }

  test('are sealed in a box of their own, once, and leave the draft', async () => {
    const { cookie, sent } = await answered(given)
    expect(await saveEquality({ cookie })).toEqual({ ok: true })
    const stored = await submissionOf(sent.submissionId)
    expect(stored.equalityBox?.purpose).toBe('equality')
    if (!stored.equalityBox) throw new Error('there is no box')
    const { answers } = await openBox(stored.equalityBox)
    expect(JSON.parse(answers ?? '')).toMatchObject({
      journey: 'equality',
      answers: { orientation: 'bi', ethnicity: 'm1' },
    })
    expect(JSON.stringify(await openBox(stored.box))).not.toContain('orientation')
    expect(await readDraft('public', cookie)).toMatchObject({ journeys: {}, sent: { equalityDone: true } })

    await play(respondent, given, cookie)
    expect(await saveEquality({ cookie })).toEqual({ ok: true })
    expect((await submissionOf(sent.submissionId)).equalityBoxId).toBe(stored.equalityBoxId)
  })

  test('posted 20 times at once are kept once', async () => {
    const { cookie } = await answered(given)
    const before = await ownerDb().sealedBox.count({ where: { purpose: 'equality' } })
    const all = await Promise.all(Array.from({ length: 20 }, () => saveEquality({ cookie })))
    expect(all.every(({ ok }) => ok)).toBe(true)
    expect(await ownerDb().sealedBox.count({ where: { purpose: 'equality' } })).toBe(before + 1)
  })

  test('all left blank leave nothing', async () => {
    const { cookie, sent } = await answered({})
    expect(await saveEquality({ cookie })).toEqual({ ok: true })
    expect((await submissionOf(sent.submissionId)).equalityBoxId).toBeNull()
    expect((await readDraft('public', cookie))?.sent?.equalityDone).toBe(true)
  })

  test('belong to nothing before something was sent', async () => {
    const cookie = await play(respondent, given, await play(reporter, leastReport))
    expect(await saveEquality({ cookie })).toEqual({ ok: false, go: { to: 'start' } })
  })
})

describe('following up', () => {
  test('a return code opens its own submission, however it is typed, and tells where it stands', async () => {
    const cookie = await play(reporter, fields)
    const sent = await sentOf(await checkPage(cookie))
    const typed = (sent.returnCode ?? '').toLowerCase().replace(/(.{4})/g, '$1 ')
    expect(await openFollowUp(typed)).toMatchObject({ ok: true, submissionId: sent.submissionId })
    expect(await followUpStatus(sent.submissionId)).toMatchObject({
      reference: sent.reference,
      kind: 'report',
      status: 'new',
      heldByRole: null,
      closedAt: null,
      promisedBy: new Date(sent.promisedBy),
    })
  })

  test('that somebody had it, and wrote, is told, and how they hear from us when they have', async () => {
    const sent = await sentOf(await checkPage(await play(reporter, leastReport)))
    const { submissionId } = sent
    const { id: caseId } = await ownerDb().case.findUniqueOrThrow({ where: { submissionId } })
    await ownerDb().caseClock.updateMany({
      where: { caseId, kind: 'first-contact' },
      data: { reach: 'theirs' },
    })
    const untouched = { heldBefore: false, wasWrittenTo: false, firstContactOpen: true, reach: 'theirs' }
    expect(await followUpStatus(submissionId)).toMatchObject(untouched)
    const at = new Date()
    await ownerDb().case.update({
      where: { id: caseId },
      data: { lastMessageFrom: 'staff', lastMessageAt: at },
    })
    expect(await followUpStatus(submissionId)).toMatchObject({ ...untouched, firstContactOpen: false })
    await ownerDb().caseEvent.create({ data: { id: randomUUID(), caseId, at, type: 'taken' } })
    const { boxId } = await ownerDb().submission.findUniqueOrThrow({ where: { id: submissionId } })
    await ownerDb().message.create({
      data: { id: randomUUID(), submissionId, at, author: 'staff', boxId },
    })
    expect(await followUpStatus(submissionId)).toMatchObject({ heldBefore: true, wasWrittenTo: true })
  })

  test('the role of whoever holds the case is told, not the name', async () => {
    const cookie = await play(reporter, leastReport)
    const sent = await sentOf(await checkPage(cookie))
    const id = randomUUID()
    const account = { id, email: `${id}@example.test`, name: 'PC Name', role: 'liaison-officer' }
    await ownerDb().account.create({ data: { ...account, passwordHash: '', totpSecret: new Uint8Array() } })
    await ownerDb().case.update({
      where: { submissionId: sent.submissionId },
      data: { assigneeId: id, status: 'assigned' },
    })
    const status = await followUpStatus(sent.submissionId)
    expect(status).toMatchObject({ heldByRole: 'liaison-officer', status: 'assigned' })
    expect(JSON.stringify(status)).not.toContain('PC Name')
  })

  test.each(['', 'HC-7K2Q-M4TD', '0000-0000-0000-0000-0000', '0000-0000-0000-0000-0001', 'x'.repeat(1000)])(
    '%j opens nothing',
    async (typed) => {
      expect(await openFollowUp(typed)).toEqual({ ok: false })
    },
  )

  test('an unknown submission has no status', async () => {
    expect(await followUpStatus(randomUUID())).toBeNull()
  })
})
