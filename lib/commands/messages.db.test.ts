import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { asker, ensureKeys, leastReport, play, reporter } from '../../e2e/factories/play'
import { scenarios } from '../../e2e/factories/scenarios'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { seedDistricts } from '@/prisma/seed/seed-districts'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import { longestMessage } from '@/lib/domain/message'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import type { FollowUp } from '@/lib/drafts/draft'
import { readDraft } from '@/lib/drafts/read-draft'
import { followUpMessages } from '@/lib/queries/follow-up-messages'
import { listQueue } from '@/lib/queries/list-queue'
import { openFollowUp } from '@/lib/queries/follow-up'
import { openCase } from '@/lib/queries/open-case'
import { openSubmission } from '@/lib/queries/open-submission'
import type { SealedBoxRow } from '@/lib/sealing/box'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { assignCase } from './assign-case'
import { closeCase } from './close-case'
import { enterFollowUp } from './enter-follow-up'
import { leaveDraft } from './leave'
import { sendMessage } from './send-message'
import { submitJourney } from './submit-journey'
import { newMessageToken, writeMessage } from './write-message'
import { openAsReporter, openBox, ownEyes } from '@/scripts/testing/reads/own-eyes'

const { home, beside } = seedDistricts(currentForce())

function actor(part: string, role: Role, districts: readonly string[] = []): Actor {
  return { id: seedId('account', `${part}@example.test`), name: part, role, districts }
}

const officer = actor('officer', 'liaison-officer', [home, beside])
const colleague = actor('quinn.doyle', 'liaison-officer', [home, beside])
const triager = actor('triager', 'triager')
const supervisor = actor('supervisor', 'supervisor')

beforeAll(async () => {
  await ensureKeys()
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
})

/** A person with a code, whose follow-up is open in a browser of its own, and their case. */
interface Conversation {
  readonly reference: string
  readonly submissionId: string
  readonly cookie: string
}

async function send(player: typeof reporter, fields: Parameters<typeof play>[1]) {
  const cookie = await play(player, fields)
  const { journeyId } = player
  const token = (await readDraft('public', cookie))?.journeys[journeyId]?.token ?? ''
  const post = { slot: 'public', channel: 'online', locale: 'en', journeyId, token, cookie } as const
  const result = await submitJourney(post)
  if (!result.ok) throw new Error(`Not sent: ${result.go.to}`)
  return result.sent
}

async function converse(): Promise<Conversation> {
  const plain = scenarios.find(
    ({ journey, fields }) => journey === 'liaison' && fields.contactChoice === 'code-only',
  )
  const { reference, submissionId, returnCode } = await send(asker, plain?.fields ?? {})
  const cookie = await enterFollowUp(returnCode ?? '', undefined)
  if (cookie === null) throw new Error('the code was just made')
  return { reference, submissionId, cookie }
}

const found = (reference: string) => ownerDb().case.findUniqueOrThrow({ where: { reference } })
const versionOf = async (reference: string) => (await found(reference)).version

async function reply(reference: string, text: string, by = supervisor): Promise<void> {
  await sendMessage(by, { reference, version: await versionOf(reference), text })
}

async function write(cookie: string, text: string, token = newMessageToken()) {
  return writeMessage({ cookie, text, token })
}

async function followUpOf(cookie: string): Promise<FollowUp> {
  const followUp = (await readDraft('public', cookie))?.followUp ?? null
  if (followUp === null) throw new Error('no follow-up is open')
  return followUp
}

async function seen(cookie: string) {
  const messages = await followUpMessages(await followUpOf(cookie))
  return messages.map(({ author, text }) => [author, text])
}

const actionsOf = async (reference: string) =>
  (await ownerDb().auditEvent.findMany({ where: { reference }, orderBy: { seq: 'asc' } })).map(
    ({ action }) => action,
  )
const typesOf = async (reference: string) =>
  (await ownerDb().caseEvent.findMany({ where: { case: { reference } }, orderBy: { at: 'asc' } })).map(
    ({ type }) => type,
  )
const messagesOf = (submissionId: string) =>
  ownerDb().message.findMany({
    where: { submissionId },
    orderBy: { at: 'asc' },
    include: { box: { include: { fields: true, wraps: true } } },
  })

async function codeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act
    return 'allowed'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

async function waits(reference: string): Promise<boolean | undefined> {
  const { rows } = await listQueue(supervisor, { page: 1 }, 10_000)
  return rows.find((row) => row.reference === reference)?.messageWaiting
}

describe('a conversation', () => {
  test('goes both ways, in order, and each side is told that the other read it', async () => {
    const { reference, cookie } = await converse()
    expect(await seen(cookie)).toEqual([])
    expect(await waits(reference)).toBe(false)

    expect(await write(cookie, 'May I speak to somebody?\u0000')).toBe('sent')
    expect(await waits(reference)).toBe(true)
    const first = await openCase(supervisor, reference, 'supervision')
    expect(first?.messages).toMatchObject([
      { author: 'reporter', who: null, text: 'May I speak to somebody?', readAt: null },
    ])
    const again = await openCase(supervisor, reference, 'supervision')
    expect(again?.messages[0]?.readAt).toBeInstanceOf(Date)

    await reply(reference, 'Yes. When is safe?')
    expect(await waits(reference)).toBe(false)
    const before = await openCase(supervisor, reference, 'supervision')
    expect(before?.messages[1]).toMatchObject({ author: 'staff', who: 'Sgt Helen Marsh', readAt: null })
    const told = await followUpMessages(await followUpOf(cookie))
    expect(told).toMatchObject([
      { author: 'reporter', byRole: null, text: 'May I speak to somebody?' },
      { author: 'staff', byRole: 'supervisor', text: 'Yes. When is safe?' },
    ])
    expect(told[0]?.readAt).toBeInstanceOf(Date)
    expect(JSON.stringify(told)).not.toContain('Helen')
    const after = await openCase(supervisor, reference, 'supervision')
    expect(after?.messages[1]?.readAt).toBeInstanceOf(Date)

    expect(await typesOf(reference)).toEqual(['received', 'message-received', 'message-sent'])
    expect((await actionsOf(reference)).filter((action) => action !== 'opened')).toEqual([
      'collected',
      'collected',
      'disclosed',
    ])
  })

  test('is opened by staff under the same audit row as the report, and not without it', async () => {
    const { reference, cookie } = await converse()
    await write(cookie, 'Hello')
    expect(await codeOf(openSubmission(actor('admin', 'administrator'), reference, 'triage'))).toBe(
      'not-found',
    )
    await openSubmission(supervisor, reference, 'supervision')
    expect(await actionsOf(reference)).toEqual(['collected', 'collected', 'refused', 'opened'])
  })

  test('goes on when the case is closed, which then waits in the queue like an open one', async () => {
    const { reference, cookie } = await converse()
    const version = await versionOf(reference)
    await closeCase(supervisor, { reference, version, disposition: 'advice', reason: 'Done.' })
    expect(await waits(reference)).toBeUndefined()
    expect(await write(cookie, 'It happened again.')).toBe('sent')
    expect(await found(reference)).toMatchObject({ status: 'closed', lastMessageFrom: 'reporter' })
    expect(await waits(reference)).toBe(true)
    await reply(reference, 'Thank you for telling us.')
    expect(await waits(reference)).toBeUndefined()
    expect((await seen(cookie)).map(([author]) => author)).toEqual(['reporter', 'staff'])
  })

  test('from them ends that they are waited for: what is promised next has its time from then', async () => {
    const { reference, cookie } = await converse()
    await reply(reference, 'Which evening would suit you?')
    await ownerDb().case.update({ where: { reference }, data: { status: 'awaiting-contact' } })
    const { id: caseId, version } = await found(reference)
    expect(await write(cookie, 'Any but Friday.')).toBe('sent')
    expect(await found(reference)).toMatchObject({ status: 'in-progress', version: version + 1 })
    const moved = { caseId, detail: { equals: { from: 'awaiting-contact', to: 'in-progress' } } }
    expect(await ownerDb().caseEvent.count({ where: { ...moved, type: 'status-set', actorId: null } })).toBe(
      1,
    )
    expect(
      await ownerDb().auditEvent.count({ where: { ...moved, action: 'status-set', actorId: null } }),
    ).toBe(1)
    await reply(reference, 'I will tell you by Tuesday.')
    const open = await ownerDb().caseClock.findFirst({
      where: { caseId, kind: 'next-update', endedAt: null },
    })
    expect(open?.pausedAt).toBeNull()
  })

  test('is its own: another person with a code sees nothing of it', async () => {
    const one = await converse()
    const other = await converse()
    await write(one.cookie, 'For my case alone')
    expect(await seen(other.cookie)).toEqual([])
    expect(await waits(other.reference)).toBe(false)
  })
})

describe('a message from the holder of a code', () => {
  test('posted ten times at once from one page is one message', async () => {
    const { reference, submissionId, cookie } = await converse()
    const token = newMessageToken()
    const results = await Promise.all(Array.from({ length: 10 }, () => write(cookie, 'Once', token)))
    expect(new Set(results)).toEqual(new Set(['sent']))
    expect(await messagesOf(submissionId)).toHaveLength(1)
    expect(await typesOf(reference)).toEqual(['received', 'message-received'])
    await write(cookie, 'Other words from the same page', token)
    expect(await messagesOf(submissionId)).toHaveLength(2)
  })

  test.each([
    ['empty', ' \n\u0000 ', 'required'],
    ['too long', 'x'.repeat(longestMessage + 1), 'too-long'],
  ])('that is %s is kept with what is wrong, until a good one is sent', async (_, text, error) => {
    const { submissionId, cookie } = await converse()
    expect(await write(cookie, text)).toBe('refused')
    expect((await followUpOf(cookie)).attempt?.error).toBe(error)
    expect(await messagesOf(submissionId)).toEqual([])
    expect(await write(cookie, 'x'.repeat(longestMessage))).toBe('sent')
    expect((await followUpOf(cookie)).attempt).toBeNull()
  })

  test('waits its turn when twenty wait for an answer, and is not lost', async () => {
    const { reference, submissionId, cookie } = await converse()
    for (let count = 1; count <= 20; count += 1) expect(await write(cookie, String(count))).toBe('sent')
    const version = await versionOf(reference)
    expect(await write(cookie, 'One too many')).toBe('refused')
    expect((await followUpOf(cookie)).attempt).toMatchObject({ text: 'One too many', error: 'full' })
    expect(await versionOf(reference)).toBe(version)
    await reply(reference, 'We read them all.')
    expect(await write(cookie, 'One too many')).toBe('sent')
    expect(await messagesOf(submissionId)).toHaveLength(22)
  })

  test('is not taken once the person has left, or without a follow-up', async () => {
    const { submissionId, cookie } = await converse()
    await leaveDraft('public', cookie)
    expect(await write(cookie, 'Too late')).toBe('ended')
    expect(await write('A'.repeat(43), 'Nobody')).toBe('ended')
    expect(await write('A'.repeat(43), 'He is outside with a knife')).toBe('ended-help')
    const token = newMessageToken()
    expect(await writeMessage({ cookie: undefined, text: '', token, danger: 'yes' })).toBe('ended-help')
    expect(await messagesOf(submissionId)).toEqual([])
  })

  test('makes staff look again before they act on what they saw', async () => {
    const { reference, cookie } = await converse()
    const version = await versionOf(reference)
    await write(cookie, 'Please do not close it')
    const close = closeCase(supervisor, { reference, version, disposition: 'advice', reason: 'Done.' })
    expect(await codeOf(close)).toBe('conflict')
  })
})

describe('a message from staff', () => {
  test('is for whoever holds the case and for supervisors', async () => {
    const { reference } = await converse()
    const attempt = async (by: Actor) =>
      codeOf(sendMessage(by, { reference, version: await versionOf(reference), text: 'Hello' }))
    expect(await attempt(triager)).toBe('forbidden')
    await assignCase(supervisor, { reference, version: await versionOf(reference), to: officer.id })
    expect(await attempt(officer)).toBe('allowed')
    expect(['forbidden', 'not-found']).toContain(await attempt(colleague))
    expect(await attempt(actor('call-handler', 'call-handler'))).toBe('not-found')
    expect(await attempt(actor('auditor', 'auditor'))).toBe('not-found')
    expect(await attempt(supervisor)).toBe('allowed')
    const told = (await actionsOf(reference)).filter((action) => action === 'disclosed')
    expect(told).toHaveLength(2)
  })

  test('is refused empty, too long, after somebody else acted, and without a code to read it with', async () => {
    const { reference, submissionId } = await converse()
    const attempt = (text: string, version = 1) =>
      codeOf(sendMessage(supervisor, { reference, version, text }))
    expect(await attempt(' ')).toBe('invalid')
    expect(await attempt('x'.repeat(longestMessage + 1))).toBe('invalid')
    expect(await attempt('Hello', 7)).toBe('conflict')
    expect(await messagesOf(submissionId)).toEqual([])
    expect(await actionsOf(reference)).toEqual(['collected'])

    const without = await send(reporter, leastReport)
    expect(without.returnCode).toBeNull()
    const seenNow = { reference: without.reference, version: 1 }
    expect(await codeOf(sendMessage(supervisor, { ...seenNow, text: 'Hello' }))).toBe('bad-transition')
    expect(await messagesOf(without.submissionId)).toEqual([])
    expect(await versionOf(without.reference)).toBe(1)
  })
})

describe('the box of a message', () => {
  async function sealed() {
    const one = await converse()
    await reply(one.reference, 'For their eyes')
    const [message] = await messagesOf(one.submissionId)
    if (message === undefined) throw new Error('it was just sent')
    const key = Buffer.from((await followUpOf(one.cookie)).privateKey, 'base64')
    return { ...one, id: message.id, box: message.box as SealedBoxRow, key }
  }

  test('opens with the intake key and with the key of the code, which any return to it gives again', async () => {
    const { box, submissionId, key } = await sealed()
    expect(await openBox(box)).toMatchObject({ text: 'For their eyes' })
    expect(await openAsReporter(box, submissionId, key)).toMatchObject({ text: 'For their eyes' })
    expect(box.wraps.map(({ keyId }) => keyId)).toContain(`reporter-${submissionId}`)
    expect(box.wraps).toHaveLength(3)
  })

  test('opens with nothing else: another code, another submission, a changed bit', async () => {
    const { box, submissionId, key } = await sealed()
    const other = await sealed()
    const tries: [SealedBoxRow, string, Uint8Array][] = [
      [box, submissionId, other.key],
      [box, other.submissionId, key],
      [box, other.submissionId, other.key],
      [{ ...box, purpose: 'note' }, submissionId, key],
      [{ ...box, id: randomUUID() }, submissionId, key],
      [{ ...box, fields: other.box.fields }, submissionId, key],
      ...[0, 9, 100, 500].flatMap((bit): [SealedBoxRow, string, Uint8Array][] => [
        [
          { ...box, fields: box.fields.map((row) => ({ ...row, ciphertext: flipped(row.ciphertext, bit) })) },
          submissionId,
          key,
        ],
        [
          { ...box, wraps: box.wraps.map((row) => ({ ...row, wrap: flipped(row.wrap, bit) })) },
          submissionId,
          key,
        ],
      ]),
    ]
    for (const [at, ...rest] of tries)
      await expect(openAsReporter(at, ...rest)).rejects.toBeInstanceOf(CannotOpenError)
  })

  test('moved to another conversation or another author, is shown to nobody', async () => {
    const { reference, id, cookie } = await sealed()
    await ownerDb().message.update({ where: { id }, data: { author: 'reporter' } })
    expect(await seen(cookie)).toEqual([['reporter', null]])
    // By the end of the file its box is of another case than the one the audit has a row of.
    const opened = await ownEyes(() => openCase(supervisor, reference, 'supervision'))
    expect(opened?.messages).toMatchObject([{ text: null }])
    expect(opened?.transcript.length).toBeGreaterThan(0)
    const other = await converse()
    await ownerDb().message.update({
      where: { id },
      data: { author: 'staff', submissionId: other.submissionId },
    })
    expect(await seen(other.cookie)).toEqual([['staff', null]])
    const there = await openCase(supervisor, other.reference, 'supervision')
    expect(there?.messages).toMatchObject([{ text: null }])
  })

  test('gives the public side no wrap but the reporter’s', async () => {
    const { submissionId } = await sealed()
    const rows = await ownerDb().$queryRaw<{ wraps: { keyId: string }[] }[]>`
      select wraps from follow_up_messages(${submissionId}::uuid,
        (select reporter_public_key from return_code where submission_id = ${submissionId}::uuid), now())`
    expect(rows.map(({ wraps }) => wraps.map(({ keyId }) => keyId))).toEqual([[`reporter-${submissionId}`]])
  })
})

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const at = bit % (copy.length * 8)
  copy[at >> 3] = (copy[at >> 3] ?? 0) ^ (1 << (at & 7))
  return copy
}

test('the key of a code is in no row: only the code gives it', async () => {
  const { cookie, submissionId } = await converse()
  const { privateKey } = await followUpOf(cookie)
  const row = await ownerDb().returnCode.findUniqueOrThrow({ where: { submissionId } })
  expect(Buffer.from(row.wrappedPrivateKey).includes(Buffer.from(privateKey, 'base64'))).toBe(false)
  expect(await openFollowUp('0000-0000-0000-0000-0000')).toEqual({ ok: false })
})
