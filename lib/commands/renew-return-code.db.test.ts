import { beforeAll, describe, expect, test } from 'vitest'
import { converse, followUpOf } from '../../e2e/factories/converse'
import { ensureKeys } from '../../e2e/factories/play'
import { putPlan, withName } from '../../e2e/factories/reached-case'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { readDraft } from '@/lib/drafts/read-draft'
import { safeContact } from '@/lib/journeys/safe-contact'
import { codeStillOpens } from '@/lib/queries/follow-up'
import { followUpAgreement } from '@/lib/queries/follow-up-agreement'
import { followUpMessages } from '@/lib/queries/follow-up-messages'
import { answerAgreement } from './answer-agreement'
import { answerStep } from './answer-step'
import { changePlan } from './change-plan'
import { enterFollowUp } from './enter-follow-up'
import { sayNotAgreed, withdrawCase } from './object-to-case'
import { renewReturnCode } from './renew-return-code'
import { sendMessage } from './send-message'
import { newMessageToken, writeMessage } from './write-message'
import { writeAgreement } from './write-agreement'

const actor = (part: string, role: Actor['role']): Actor => ({
  ...{ id: seedId('account', `${part}@example.test`), name: part, role, districts: [] },
})
const supervisor = actor('supervisor', 'supervisor')

beforeAll(async () => {
  await ensureKeys()
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
})

const versionOf = async (reference: string) =>
  (await ownerDb().case.findUniqueOrThrow({ where: { reference } })).version
const seen = async (reference: string) => ({ reference, version: await versionOf(reference) })

async function renew(
  reference: string,
  more: { by?: Actor; checks?: readonly string[]; strongAt?: Date } = {},
) {
  const { by = supervisor, checks = ['rang-known-number'], strongAt = new Date() } = more
  try {
    const asked = { ...(await seen(reference)), opening: 'supervision', checks } as const
    return await renewReturnCode({ actor: by, strongAt }, asked)
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

describe('a new return code', () => {
  test('opens everything that was written, and the old one nothing', async () => {
    const one = await converse(withName)
    await writeMessage({ cookie: one.cookie, text: 'Hello', token: newMessageToken() })
    await sendMessage(supervisor, { ...(await seen(one.reference)), text: 'Hello back' })
    await writeAgreement(supervisor, { ...(await seen(one.reference)), text: 'A call on Friday' })
    const code = await renew(one.reference)
    expect(await enterFollowUp(one.returnCode, undefined)).toBeNull()
    const cookie = await enterFollowUp(code, undefined)
    const followUp = await followUpOf(cookie ?? '')
    expect((await followUpMessages(followUp)).map(({ text }) => text)).toEqual(['Hello', 'Hello back'])
    expect(await followUpAgreement(followUp)).toMatchObject({ text: 'A call on Friday' })
    // A browser that still has the old one open reads nothing any more.
    expect(await followUpMessages(await followUpOf(one.cookie))).toEqual([])
    expect(await writeMessage({ cookie: cookie ?? '', text: 'It works', token: newMessageToken() })).toBe(
      'sent',
    )
    const audited = await ownerDb().auditEvent.findFirst({
      where: { reference: one.reference, action: 'code-renewed' },
    })
    expect(audited).toMatchObject({ actorId: supervisor.id, detail: { checked: 'rang-known-number' } })
    expect(JSON.stringify(audited?.detail)).not.toContain(code)
  })

  test('leaves a browser with the old one open nothing to do', async () => {
    const one = await converse(withName)
    await sendMessage(supervisor, { ...(await seen(one.reference)), text: 'Hello' })
    await writeAgreement(supervisor, { ...(await seen(one.reference)), text: 'A call on Friday' })
    const slug = 'how'
    const form = new URLSearchParams({ contactChoice: 'anonymous' })
    const step = { slot: 'public', journeyId: safeContact.id, slug, form, channel: 'online' } as const
    await answerStep({ ...step, cookie: one.cookie })
    const token = (await readDraft('public', one.cookie))?.journeys[safeContact.id]?.token ?? ''
    await renew(one.reference)
    const { cookie } = one
    const old = await followUpOf(cookie)
    const before = await ownerDb().case.findUniqueOrThrow({ where: { reference: one.reference } })
    const agreement = await ownerDb().agreement.findFirstOrThrow({
      where: { submissionId: one.submissionId },
    })
    expect(await codeStillOpens(old)).toBe(false)
    expect(await changePlan({ cookie, token, locale: 'en' })).toEqual({ to: 'ended' })
    for (const text of ['Hello', ''])
      expect(await writeMessage({ cookie, text, token: newMessageToken(), danger: 'yes' })).toBe('ended-help')
    expect(await sayNotAgreed(cookie)).toBe('ended')
    expect(await withdrawCase({ cookie, locale: 'en', mayContact: false })).toBe('ended')
    expect(await answerAgreement({ cookie, id: agreement.id, answer: 'no' })).toBe('ended')
    expect(await followUpMessages(old)).toEqual([])
    expect(await followUpAgreement(old)).toBeNull()
    expect(await ownerDb().message.findFirst({ where: { submissionId: one.submissionId } })).toMatchObject({
      readAt: null,
    })
    expect(await ownerDb().case.findUniqueOrThrow({ where: { reference: one.reference } })).toEqual(before)
  })

  test('finds what the old one could not send any more, in the same browser', async () => {
    const { reference, cookie } = await converse(withName)
    const code = await renew(reference)
    expect(await writeMessage({ cookie, text: 'It was a blue car', token: newMessageToken() })).toBe('ended')
    const waiting = { text: 'It was a blue car', error: 'ended', told: false }
    await enterFollowUp(code, cookie)
    expect((await followUpOf(cookie)).attempt).toMatchObject(waiting)
    const other = await converse()
    await enterFollowUp(other.returnCode, cookie)
    expect((await followUpOf(cookie)).attempt).toBeNull()
  })

  test('is for whoever gave a name, and for nobody else', async () => {
    const nameless = await converse()
    expect(await renew(nameless.reference)).toBe('nameless')
    expect(await enterFollowUp(nameless.returnCode, undefined)).not.toBeNull()
  })

  test('is for the name that was sent: one in a plan that came with the code makes nobody known', async () => {
    const nameless = await converse()
    await putPlan(nameless.cookie, 'Alex Found-It', '07700900999')
    expect(await renew(nameless.reference, { checks: ['met-in-person'] })).toBe('nameless')
    expect(await enterFollowUp(nameless.returnCode, undefined)).not.toBeNull()
  })

  test('is for nobody rung on a number that came with the code, until it has stood for two weeks', async () => {
    const one = await converse(withName)
    await putPlan(one.cookie, 'Sam Reyes', '07700900999')
    expect(await renew(one.reference)).toBe('number-unknown')
    expect(await enterFollowUp(one.returnCode, undefined)).not.toBeNull()
    await ownerDb().contactPlan.updateMany({
      where: { submissionId: one.submissionId },
      data: { madeAt: new Date(Date.now() - 15 * 24 * 60 * 60_000) },
    })
    await renew(one.reference)
    expect(await enterFollowUp(one.returnCode, undefined)).toBeNull()
  })

  test('is a supervisor’s to give, who has just proved who they are and says how it was checked', async () => {
    const { reference, returnCode } = await converse(withName)
    expect(await renew(reference, { strongAt: new Date(Date.now() - 11 * 60_000) })).toBe('step-up')
    expect(await renew(reference, { checks: ['a-feeling'] })).toBe('reason-missing')
    expect(await renew(reference, { by: actor('triager', 'triager') })).toBe('forbidden')
    expect(await renew(reference, { by: actor('auditor', 'auditor') })).toBe('not-found')
    expect(await enterFollowUp(returnCode, undefined)).not.toBeNull()
  })
})
