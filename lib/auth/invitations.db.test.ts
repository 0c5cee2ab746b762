import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sessionFor } from '@/e2e/factories/sessions'
import { asOf } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { newOfficer } from '@/lib/domain/new-officer'
import type { Role } from '@/lib/domain/words'
import { acceptInvitation } from './accept-invitation'
import type { FirstWay } from './accept-invitation'
import {
  createInvitation,
  createRenewal,
  holdInvitation,
  readInvitation,
  withdrawInvitation,
} from './invitations'
import { countRecoveryCodes, shownRecoveryCodes } from './recovery-codes'
import { findActor } from './session'

const start = new Date()
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000)
const newEmail = () => `${randomUUID()}@example.test`

const password: FirstWay = {
  kind: 'password',
  passwordHash: 'not looked at here',
  totpSecret: 'JBSWY3DPEHPK3PXP',
  totpStep: 1,
}

const passkeyOf = (accountId: string): FirstWay => ({
  kind: 'passkey',
  name: 'Phone',
  passkey: {
    accountId,
    id: randomBytes(16).toString('base64url'),
    publicKey: new Uint8Array([1]),
    counter: 0,
    transports: [],
  },
})

function invite(email: string, role: Role = 'triager', at = start) {
  const invitation = { email, name: 'Test', role, districts: ['stevenage'], invitedById: null }
  return asOf(at, () => createInvitation(invitation))
}

const accept = (token: string, way: FirstWay = password, at = later(1)) =>
  asOf(at, () => acceptInvitation(token, way))
const accountOf = (email: string) =>
  deskDb().account.findUnique({ where: { email }, include: { officer: true } })

async function auditOf(invitation: string) {
  const where = { detail: { path: ['invitation'], equals: invitation } }
  const rows = await ownerDb().auditEvent.findMany({ where, orderBy: { seq: 'asc' } })
  return rows.map(({ action }) => action)
}

async function newAccount(role: Role = 'triager') {
  const id = randomUUID()
  const email = newEmail()
  const createdAt = later(-24)
  await deskDb().account.create({ data: { id, email, name: 'Test', role, createdAt, passwordHash: 'old' } })
  return { id, email }
}

describe('an invitation', () => {
  it('makes the account it says, once, with ten recovery codes and rows in the audit', async () => {
    const email = newEmail()
    const { id, token } = await invite(` ${email.toUpperCase()} `)
    expect(await asOf(later(1), () => readInvitation(token))).toEqual({
      email,
      name: 'Test',
      role: 'triager',
      renews: null,
    })
    const accepted = await accept(token)
    const account = await accountOf(email)
    expect(account).toMatchObject({
      id: accepted?.account.id,
      role: 'triager',
      active: true,
      demo: false,
      officer: null,
    })
    expect(account?.totpLastStep).toBe(1)
    expect(await countRecoveryCodes(account?.id ?? '')).toBe(10)
    expect(await shownRecoveryCodes(account?.id ?? '', accepted?.codes ?? '')).toHaveLength(10)
    expect(await accept(token)).toBeNull()
    expect(await readInvitation(token)).toBeNull()
    const rows = await ownerDb().auditEvent.findMany({
      where: { detail: { path: ['invitation'], equals: id } },
    })
    expect(rows.map(({ action }) => action).sort()).toEqual(['invitation-accepted', 'invited'])
    expect(JSON.stringify(rows.map(({ detail }) => detail))).not.toContain(email)
  })

  it('of a liaison officer makes an officer of the districts, without training on record', async () => {
    const email = newEmail()
    await accept((await invite(email, 'liaison-officer')).token)
    expect((await accountOf(email))?.officer).toMatchObject({
      ...newOfficer(['stevenage']),
      active: true,
    })
  })

  it('is accepted with a passkey alone', async () => {
    const email = newEmail()
    const accountId = randomUUID()
    expect(await accept((await invite(email)).token, passkeyOf(accountId))).toMatchObject({
      account: { id: accountId },
      email,
    })
    expect(await accountOf(email)).toMatchObject({ id: accountId, passwordHash: null, totpSecret: null })
  })

  it('accepted with a passkey alone gives no recovery codes: they go with a password', async () => {
    const accountId = randomUUID()
    const accepted = await accept((await invite(newEmail())).token, passkeyOf(accountId))
    expect(accepted?.codes).toBeNull()
    expect(await countRecoveryCodes(accountId)).toBe(0)
  })

  it('accepted many times at once makes one account', async () => {
    const email = newEmail()
    const { token } = await invite(email)
    const ways = [password, passkeyOf(randomUUID()), password, passkeyOf(randomUUID()), password]
    const all = await Promise.all(ways.map((way) => accept(token, way)))
    expect(all.filter((one) => one !== null)).toHaveLength(1)
    const account = await accountOf(email)
    const accepted = all.find((one) => one !== null)
    expect(account?.id).toBe(accepted?.account.id)
    const codes = accepted?.codes === null ? 0 : 10
    expect(await countRecoveryCodes(account?.id ?? '')).toBe(codes)
  })

  it('made while an older one is accepted does not come to mean a new way into what that made', async () => {
    for (let round = 0; round < 10; round += 1) {
      const email = newEmail()
      const { token } = await invite(email)
      const [accepted, newer] = await Promise.allSettled([accept(token), invite(email, 'triager', later(1))])
      const wasAccepted = accepted.status === 'fulfilled' && accepted.value !== null
      expect(newer.status).toBe(wasAccepted ? 'rejected' : 'fulfilled')
    }
  })

  it.each([
    [71.9, true],
    [72, false],
    [200, false],
  ])('after %d hours may be accepted: %s', async (hours, may) => {
    const { token } = await invite(newEmail())
    expect((await asOf(later(hours), () => readInvitation(token))) !== null).toBe(may)
    expect((await accept(token, password, later(hours))) !== null).toBe(may)
  })

  it('may be withdrawn until it is accepted, and opens nothing then', async () => {
    const by = { id: (await newAccount('administrator')).id, role: 'administrator' }
    const email = newEmail()
    const { id, token } = await invite(email)
    expect(await withdrawInvitation(id, by)).toBe(true)
    expect(await withdrawInvitation(id, by)).toBe(false)
    expect(await readInvitation(token)).toBeNull()
    expect(await accept(token)).toBeNull()
    expect(await accountOf(email)).toBeNull()
    const used = await invite(newEmail())
    await accept(used.token)
    expect(await withdrawInvitation(used.id, by)).toBe(false)
  })

  it('withdrawn in the moment it is accepted is one or the other', async () => {
    const by = { id: (await newAccount('administrator')).id, role: 'administrator' }
    const email = newEmail()
    const { id, token } = await invite(email)
    const [accepted, withdrawn] = await Promise.all([accept(token), withdrawInvitation(id, by)])
    expect(accepted === null).toBe(withdrawn)
    expect((await accountOf(email)) === null).toBe(withdrawn)
  })

  it('is void once there is a newer one for the same address, with a row in the audit', async () => {
    const email = newEmail()
    const [older, newer] = [await invite(email), await invite(email)]
    expect(await readInvitation(older.token)).toBeNull()
    expect(await accept(older.token)).toBeNull()
    expect(await auditOf(older.id)).toEqual(['invited', 'invitation-withdrawn'])
    expect(await accept(newer.token)).not.toBeNull()
  })

  it('is one alone of many made at once for the same address', async () => {
    const email = newEmail()
    await Promise.all(Array.from({ length: 6 }, () => invite(email)))
    const open = { email, usedAt: null, withdrawnAt: null }
    expect(await deskDb().invitation.count({ where: { email } })).toBe(6)
    expect(await deskDb().invitation.count({ where: open })).toBe(1)
  })

  it.each([
    ['closed', { active: false }],
    ['no administrator any more', { role: 'supervisor' }],
  ])('is void while whoever made it is %s', async (_what, data) => {
    const { id: invitedById } = await newAccount('administrator')
    const email = newEmail()
    const given = { email, name: 'Test', role: 'administrator', districts: [], invitedById } as const
    const { token } = await asOf(start, () => createInvitation(given))
    expect(await readInvitation(token)).not.toBeNull()
    await deskDb().account.update({ where: { id: invitedById }, data })
    expect(await readInvitation(token)).toBeNull()
    expect(await accept(token)).toBeNull()
    expect(await accountOf(email)).toBeNull()
  })

  it('that makes an account is void once its address has any, older or newer than it', async () => {
    for (const hours of [-24, 1]) {
      const email = newEmail()
      const { token } = await invite(email)
      const account = { id: randomUUID(), email, name: 'Test', role: 'triager', passwordHash: 'old' }
      await deskDb().account.create({ data: { ...account, createdAt: later(hours) } })
      expect(await readInvitation(token)).toBeNull()
      expect(await accept(token)).toBeNull()
      expect((await accountOf(email))?.passwordHash).toBe('old')
    }
  })

  it('is not made by somebody who is no administrator by then', async () => {
    const { id: invitedById } = await newAccount('supervisor')
    const given = { email: newEmail(), name: 'Test', role: 'triager', districts: [], invitedById } as const
    await expect(createInvitation(given)).rejects.toThrow('forbidden')
    expect(await deskDb().invitation.count({ where: { email: given.email } })).toBe(0)
  })

  it('for an address that has an account is refused', async () => {
    const { email } = await newAccount()
    await expect(invite(email)).rejects.toThrow('conflict')
  })

  it.each(['', 'x', 'A'.repeat(43), `${'A'.repeat(43)}.${'B'.repeat(43)}`])('is not %j', async (token) => {
    expect(await readInvitation(token)).toBeNull()
    expect(await accept(token)).toBeNull()
  })

  it('is in the table by a hash of its secret, which the cookie holds with a secret of the browser’s own', async () => {
    const { id, token } = await invite(newEmail())
    const row = await deskDb().invitation.findUniqueOrThrow({ where: { id } })
    expect(Buffer.from(row.tokenHash)).toEqual(createHash('sha256').update(token).digest())
    const held = holdInvitation(token)
    expect(held).not.toBe(holdInvitation(token))
    expect(await readInvitation(held)).not.toBeNull()
  })
})

describe('a renewal', () => {
  async function renewal() {
    const account = await newAccount()
    const by = await newAccount('administrator')
    const { token } = await asOf(start, () => createRenewal(account.id, by.id))
    return { ...account, token }
  }

  it('replaces every way in and ends every session, when it is accepted and not before', async () => {
    const { id, email, token } = await renewal()
    await deskDb().passkey.create({
      data: {
        id: randomUUID(),
        accountId: id,
        publicKey: new Uint8Array([1]),
        name: 'Old',
        createdAt: start,
      },
    })
    const session = await sessionFor(id, 'password')
    expect(await readInvitation(token)).toMatchObject({ renews: id, email })
    expect(await findActor(session)).not.toBeNull()
    expect(await accept(token)).toMatchObject({ account: { id } })
    expect(await findActor(session)).toBeNull()
    expect(await deskDb().passkey.count({ where: { accountId: id } })).toBe(0)
    expect((await accountOf(email))?.passwordHash).toBe('not looked at here')
  })

  it('with a passkey alone takes the recovery codes of the old password away', async () => {
    const { id, token } = await renewal()
    await deskDb().recoveryCode.create({ data: { hash: randomBytes(32), accountId: id } })
    expect(await accept(token, passkeyOf(id))).toMatchObject({ account: { id }, codes: null })
    expect(await countRecoveryCodes(id)).toBe(0)
  })

  it('is for the account it names, and for no other that has the address by now', async () => {
    const { id, email, token } = await renewal()
    await deskDb().account.update({ where: { id }, data: { email: newEmail() } })
    expect(await readInvitation(token)).toBeNull()
    const other = { id: randomUUID(), email, name: 'Test', role: 'triager', passwordHash: 'old' }
    await deskDb().account.create({ data: { ...other, createdAt: later(-48) } })
    expect(await readInvitation(token)).toBeNull()
    expect(await accept(token)).toBeNull()
    expect((await accountOf(email))?.passwordHash).toBe('old')
  })

  it('does not take a passkey made for another account', async () => {
    const { email, token } = await renewal()
    expect(await accept(token, passkeyOf(randomUUID()))).toBeNull()
    expect((await accountOf(email))?.passwordHash).toBe('old')
    expect(await readInvitation(token)).not.toBeNull()
  })

  it.each([
    ['closed', { active: false }],
    ['given another role', { role: 'supervisor' }],
  ])('is void once the account is %s', async (_what, data) => {
    const { id, email, token } = await renewal()
    await deskDb().account.update({ where: { id }, data })
    expect(await readInvitation(token)).toBeNull()
    expect(await accept(token)).toBeNull()
    expect((await accountOf(email))?.passwordHash).toBe('old')
  })

  it('is not for an account that is closed or not there', async () => {
    const { id } = await newAccount()
    await deskDb().account.update({ where: { id }, data: { active: false } })
    await expect(createRenewal(id, id)).rejects.toThrow('not-found')
    await expect(createRenewal(randomUUID(), id)).rejects.toThrow('not-found')
  })
})
