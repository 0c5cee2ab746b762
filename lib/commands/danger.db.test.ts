import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { converse, followUpOf } from '../../e2e/factories/converse'
import { ensureKeys } from '../../e2e/factories/play'
import { withName } from '../../e2e/factories/reached-case'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { deskAlerts, isControlRoomDue } from '@/lib/domain/desk-alerts'
import { longestMessage } from '@/lib/domain/message'
import type { Actor } from '@/lib/domain/policy'
import { watchClocks } from '@/lib/jobs/watch-clocks'
import { followUpStatus } from '@/lib/queries/follow-up'
import { getCaseHeadline } from '@/lib/queries/get-case-headline'
import { openEscalations } from '@/lib/queries/list-escalations'
import { listQueue } from '@/lib/queries/list-queue'
import { noteMessagesRead } from '@/lib/queries/note-messages-read'
import { openCase } from '@/lib/queries/open-case'
import { openForExport } from '@/lib/queries/open-for-export'
import { openSubmission } from '@/lib/queries/open-submission'
import { closeCase } from './close-case'
import { renewReturnCode } from './renew-return-code'
import { sendMessage } from './send-message'
import { tellControlRoom } from './tell-control-room'
import { newMessageToken, writeMessage } from './write-message'

const supervisor: Actor = {
  ...{ id: seedId('account', 'supervisor@example.test'), name: 'Helen', role: 'supervisor', districts: [] },
}

beforeAll(async () => {
  await ensureKeys()
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
})

const found = (reference: string) => ownerDb().case.findUniqueOrThrow({ where: { reference } })
const seen = async (reference: string) => ({ reference, version: (await found(reference)).version })
const say = (cookie: string, text: string, danger: 'yes' | 'no' | null = null) =>
  writeMessage({ cookie, text, danger, token: newMessageToken() })
const clockOf = async (reference: string) =>
  ownerDb().caseClock.findFirst({
    where: { case: { reference }, kind: 'acknowledge' },
    orderBy: { startedAt: 'desc' },
  })
/** The cases that come before all in which nobody said danger. */
const first = async () => {
  const { rows } = await listQueue(supervisor, { page: 1 }, 10_000)
  const calm = rows.findIndex(({ dangerAt }) => dangerAt === null)
  return rows.slice(0, calm === -1 ? rows.length : calm).map(({ reference }) => reference)
}
const escalated = async (reference: string) =>
  (await openEscalations(supervisor)).rows
    .find((row) => row.reference === reference)
    ?.told.map(({ rule }) => rule)
const readAts = async (reference: string) =>
  (
    await ownerDb().message.findMany({
      where: { submission: { reference } },
      orderBy: { at: 'asc' },
    })
  ).map(({ readAt }) => readAt)
const saidOf = async (reference: string) =>
  (await ownerDb().caseEvent.findMany({ where: { case: { reference }, type: 'danger-said' } })).map(
    ({ detail }) => detail,
  )
const minutesAgo = (count: number) => new Date(Date.now() - count * 60_000)

describe('a message that says somebody is in danger', () => {
  test('shows help at once, comes first, and has to be read within minutes', async () => {
    const { reference, submissionId, cookie } = await converse()
    expect(await say(cookie, 'He is outside my house with a knife')).toBe('sent')
    expect((await followUpOf(cookie)).alerts).toEqual(['show-999'])
    expect((await followUpStatus(submissionId))?.dangerAt).toBeInstanceOf(Date)
    expect(await first()).toContain(reference)
    const clock = await clockOf(reference)
    expect(Number(clock?.dueAt) - Number(clock?.startedAt)).toBe(
      currentForce().escalations.acknowledgeMinutes * 60_000,
    )
    const { headline } = await getCaseHeadline(supervisor, reference)
    expect(deskAlerts(headline).controlRoom).toContain('danger-message')
    expect(isControlRoomDue({ ...headline, controlRoomTold: true })).toBe(true)
  })

  test('is acknowledged by whoever reads it, and seen to by whoever tells the control room', async () => {
    const { reference, cookie } = await converse()
    await say(cookie, 'Please help', 'yes')
    await openCase(supervisor, reference, 'supervision')
    expect(await clockOf(reference)).toMatchObject({ outcome: 'kept' })
    expect((await found(reference)).dangerAt).toBeInstanceOf(Date)
    await tellControlRoom(supervisor, await seen(reference))
    expect((await found(reference)).dangerAt).toBeNull()
  })

  test('is acknowledged by nobody who had none of it before them: a new code, an export', async () => {
    const { reference, cookie } = await converse(withName)
    await say(cookie, 'Please help', 'yes')
    await openForExport(supervisor, reference, null)
    const signedIn = { actor: supervisor, strongAt: new Date() }
    const checks = ['saw-document']
    await renewReturnCode(signedIn, { ...(await seen(reference)), opening: 'supervision', checks })
    expect(await clockOf(reference)).toMatchObject({ endedAt: null })
    expect(await readAts(reference)).toEqual([null])
  })

  test('that came in while somebody looked at the one before is not theirs to have read', async () => {
    const { reference, cookie } = await converse()
    await say(cookie, 'Please help', 'yes')
    const looked = await openSubmission(supervisor, reference, 'supervision')
    await say(cookie, 'Please', 'yes')
    await noteMessagesRead(supervisor, looked)
    expect(await clockOf(reference)).toMatchObject({ endedAt: null })
    expect(await readAts(reference)).toEqual([expect.any(Date), null])
    await openCase(supervisor, reference, 'supervision')
    expect(await clockOf(reference)).toMatchObject({ outcome: 'kept' })
  })

  test('that does not open is read by nobody', async () => {
    const { reference, submissionId, cookie } = await converse()
    await say(cookie, 'Please help', 'yes')
    const { boxId } = await ownerDb().message.findFirstOrThrow({ where: { submissionId } })
    await ownerDb().sealedField.updateMany({ where: { boxId }, data: { ciphertext: new Uint8Array(64) } })
    expect((await openCase(supervisor, reference, 'supervision'))?.messages).toMatchObject([{ text: null }])
    expect(await clockOf(reference)).toMatchObject({ endedAt: null })
    expect(await readAts(reference)).toEqual([null])
  })

  test('is seen to by an answer too', async () => {
    const { reference, cookie } = await converse()
    await say(cookie, 'Hello', 'yes')
    await sendMessage(supervisor, { ...(await seen(reference)), text: 'Are you safe?' })
    expect(await clockOf(reference)).toMatchObject({ outcome: 'kept' })
    expect((await found(reference)).dangerAt).toBeNull()
  })

  test('nobody reads in time is told to a supervisor, until somebody has', async () => {
    const { reference, cookie } = await converse()
    await say(cookie, 'Hello', 'yes')
    await ownerDb().caseClock.updateMany({
      where: { case: { reference }, kind: 'acknowledge' },
      data: { startedAt: minutesAgo(30), dueAt: minutesAgo(15) },
    })
    await watchClocks()
    await watchClocks()
    expect(await escalated(reference)).toContain('danger-message')
    await openCase(supervisor, reference, 'supervision')
    await watchClocks()
    expect((await escalated(reference)) ?? []).not.toContain('danger-message')
    expect(await clockOf(reference)).toMatchObject({ outcome: 'late' })
  })

  test('opens a closed case again, so that it is watched', async () => {
    const { reference, cookie } = await converse()
    await closeCase(supervisor, { ...(await seen(reference)), disposition: 'advice', reason: 'Done.' })
    await say(cookie, 'They are back, they broke in')
    expect(await found(reference)).toMatchObject({ status: 'new', closedAt: null, disposition: null })
    expect(await clockOf(reference)).toMatchObject({ endedAt: null })
    const { rows } = await listQueue(supervisor, { page: 1 }, 20)
    expect(rows.find((row) => row.reference === reference)?.dangerAt).toBeInstanceOf(Date)
  })

  test('fits where no other message does, and is told of even where no more fit', async () => {
    const { reference, submissionId, cookie } = await converse()
    for (let count = 1; count <= 20; count += 1) await say(cookie, String(count))
    expect(await say(cookie, 'One more')).toBe('refused')
    for (let count = 1; count <= 5; count += 1) expect(await say(cookie, String(count), 'yes')).toBe('sent')
    await openCase(supervisor, reference, 'supervision')
    expect(await clockOf(reference)).toMatchObject({ outcome: 'kept' })
    expect(await say(cookie, 'Hello', 'yes')).toBe('refused')
    // Somebody has read what came before, and nobody this.
    expect(await clockOf(reference)).toMatchObject({ endedAt: null })
    expect((await followUpOf(cookie)).alerts).toEqual(['show-999'])
    expect((await found(reference)).dangerAt).toBeInstanceOf(Date)
    expect(await ownerDb().message.count({ where: { submissionId } })).toBe(25)
  })

  test.each([
    ['too long', 'a'.repeat(longestMessage + 1), 'yes', 'answer'],
    ['empty', ' ', 'yes', 'answer'],
    ['too long, in words', `${'a '.repeat(longestMessage)} he has a knife`, null, 'words'],
  ] as const)('is told of where its text is %s, and read again once read', async (_, text, danger, by) => {
    const { reference, submissionId, cookie } = await converse()
    expect(await say(cookie, text, danger)).toBe('refused')
    expect(await say(cookie, text, danger)).toBe('refused')
    expect((await followUpOf(cookie)).attempt).toMatchObject({ danger, told: true })
    expect(await saidOf(reference)).toEqual([{ by }])
    expect((await found(reference)).dangerAt).toBeInstanceOf(Date)
    await openCase(supervisor, reference, 'supervision')
    expect(await clockOf(reference)).toMatchObject({ outcome: 'kept' })
    await say(cookie, text, danger)
    expect(await clockOf(reference)).toMatchObject({ endedAt: null })
    expect(await ownerDb().message.count({ where: { submissionId } })).toBe(0)
  })

  test.each([
    ['is too long', 'a'.repeat(longestMessage + 1), 0],
    ['is one too many', 'Hello', 25],
  ])('whose text %s is not seen to by who had the case before them then', async (_, text, before) => {
    const { reference, cookie } = await converse()
    for (let count = 1; count <= before; count += 1) await say(cookie, String(count), 'yes')
    await openCase(supervisor, reference, 'supervision')
    const old = await seen(reference)
    expect(await say(cookie, text, 'yes')).toBe('refused')
    await expect(sendMessage(supervisor, { ...old, text: 'Thank you.' })).rejects.toThrow('conflict')
    const closing = closeCase(supervisor, { ...old, disposition: 'advice', reason: 'Done.' })
    await expect(closing).rejects.toThrow('conflict')
    expect(await clockOf(reference)).toMatchObject({ endedAt: null })
    expect((await found(reference)).dangerAt).toBeInstanceOf(Date)
  })

  test('runs no clock where they say that nobody is in danger now, and shows help all the same', async () => {
    const { reference, cookie } = await converse()
    await say(cookie, 'Last year he had a knife', 'no')
    expect((await followUpOf(cookie)).alerts).toEqual(['show-999'])
    expect(await clockOf(reference)).toBeNull()
    expect((await found(reference)).dangerAt).toBeNull()
  })

  test('is an ordinary message otherwise, and may add to what they told', async () => {
    const { reference, submissionId, cookie } = await converse()
    await writeMessage({ cookie, text: 'It was a blue car', adds: true, token: randomUUID() })
    expect(await clockOf(reference)).toBeNull()
    expect(await ownerDb().message.findFirst({ where: { submissionId } })).toMatchObject({ adds: true })
    const opened = await openCase(supervisor, reference, 'supervision')
    expect(opened?.messages[0]).toMatchObject({ adds: true })
  })
})
