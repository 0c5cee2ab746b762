import 'server-only'
import { randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { appendAudit } from '@/lib/commands/append-audit'
import { deskDb } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { Invitation } from '@/lib/db/generated/client'
import { newOfficer } from '@/lib/domain/new-officer'
import { endSessions } from './end-sessions'
import type { VerifiedIdentity } from './force-sign-in/claims'
import { linkIdentity } from './force-sign-in/identities'
import { hashToken, oneAtATime, openInvitation } from './invitations'
import { storePasskey } from './passkey/registration'
import type { NewPasskey } from './passkey/registration'
import { makeRecoveryCodes } from './recovery-codes'
import type { ProvedAccount } from './session'
import { sealTotpSecret } from './totp-secret'
import { withdrawInvitations } from './withdraw-invitations'

/** How an invited person chose to sign in from now on. */
export type FirstWay =
  | { readonly kind: 'passkey'; readonly passkey: NewPasskey; readonly name: string }
  | {
      readonly kind: 'password'
      readonly passwordHash: string
      readonly totpSecret: string
      /** Of the code that showed that the authenticator works: it works once, here too. */
      readonly totpStep: number
    }

/** Signing in where the rest of the force does: nothing of it is kept here but who they are there. */
interface ForceWay {
  readonly kind: 'force'
  readonly identity: VerifiedIdentity
}

export interface Accepted {
  readonly account: ProvedAccount
  readonly email: string
  /** For the cookie that shows the new recovery codes; null where there are none. */
  readonly codes: string | null
}

/**
 * Accepts an invitation: the account with its role, its first way to sign in and, with a password, ten recovery codes, or nothing
 * of it. A recovery code goes with a password: to a passkey alone it would open nothing. Null when it may not be accepted (any
 * more); of two at once, one is.
 */
export function acceptInvitation(token: string, way: FirstWay): Promise<Accepted | null> {
  return accept(token, way, async (tx, { account, email }) => {
    if (way.kind === 'password') return { account, email, codes: await makeRecoveryCodes(tx, account.id) }
    await tx.recoveryCode.deleteMany({ where: { accountId: account.id } })
    return { account, email, codes: null }
  })
}

/**
 * Accepts an invitation for somebody who signs in through the force: the account and who they are there, or nothing of it. It has
 * no recovery codes: those stand in for a second factor, and a lost one of these is the force's to replace. Null also when
 * they are another account already.
 */
export function acceptByForce(
  token: string,
  identity: VerifiedIdentity,
): Promise<{ readonly account: ProvedAccount } | null> {
  const way = { kind: 'force', identity } as const
  return accept(token, way, async (tx, { account }) => {
    await tx.recoveryCode.deleteMany({ where: { accountId: account.id } })
    return { account }
  })
}

type Settled = Pick<Accepted, 'account' | 'email'>

function accept<T>(
  token: string,
  way: FirstWay | ForceWay,
  then: (tx: Transaction, settled: Settled) => Promise<T>,
): Promise<T | null> {
  return deskDb()
    .$transaction(async (tx) => {
      const row = await spend(tx, hashToken(token))
      if (row === null) return null
      const account = await settle(tx, row, way)
      await withdrawInvitations(tx, { email: row.email }, { id: account.id, role: row.role })
      const who = { actorId: account.id, role: row.role }
      const detail = { invitation: row.id, method: way.kind }
      await appendAudit(tx, { ...who, action: 'invitation-accepted', detail })
      return then(tx, { account, email: row.email })
    })
    .catch((error: unknown) => {
      if (error instanceof VoidInvitationError) return null
      throw error
    })
}

/** Uses an invitation up; null when it cannot be (any more). Nobody is invited to the same address meanwhile. */
async function spend(tx: Transaction, tokenHash: Uint8Array<ArrayBuffer>): Promise<Invitation | null> {
  const found = await tx.invitation.findUnique({ where: { tokenHash }, select: { email: true } })
  if (found === null) return null
  await oneAtATime(tx, found.email)
  const at = now()
  const [row] = await tx.invitation.updateManyAndReturn({
    where: { tokenHash, usedAt: null, withdrawnAt: null, expiresAt: { gt: at } },
    data: { usedAt: at },
  })
  return row ?? null
}

/** Undoes the transaction: what the invitation is for has changed since it was read. */
class VoidInvitationError extends Error {}

async function settle(tx: Transaction, row: Invitation, way: FirstWay | ForceWay): Promise<ProvedAccount> {
  const open = await openInvitation(tx, row)
  if (open === null) throw new VoidInvitationError()
  const accountId = open.renews ?? (way.kind === 'passkey' ? way.passkey.accountId : randomUUID())
  const factors = factorsOf(accountId, way)
  const account =
    open.renews === null
      ? await createAccount(tx, accountId, row, factors)
      : await renewAccount(tx, accountId, factors)
  if (way.kind === 'password') return account
  if (way.kind === 'force') {
    if (!(await linkIdentity(tx, way.identity, accountId))) throw new VoidInvitationError()
    return account
  }
  if (way.passkey.accountId !== accountId || !(await storePasskey(tx, way.passkey, way.name)))
    throw new VoidInvitationError()
  return account
}

function factorsOf(accountId: string, way: FirstWay | ForceWay) {
  const wrongCodes = 0
  if (way.kind !== 'password') return { passwordHash: null, totpSecret: null, totpLastStep: 0, wrongCodes }
  const { passwordHash, totpSecret, totpStep } = way
  return {
    passwordHash,
    totpSecret: sealTotpSecret(accountId, totpSecret),
    totpLastStep: totpStep,
    wrongCodes,
  }
}

type Factors = ReturnType<typeof factorsOf>

async function createAccount(
  tx: Transaction,
  id: string,
  row: Invitation,
  factors: Factors,
): Promise<ProvedAccount> {
  const { email, name, role, districts } = row
  const [account] = await tx.account.createManyAndReturn({
    data: { id, email, name, role, createdAt: now(), ...factors },
    select: { id: true, version: true },
    skipDuplicates: true,
  })
  if (account === undefined) throw new VoidInvitationError()
  if (role === 'liaison-officer')
    await tx.officer.createMany({ data: { id: randomUUID(), accountId: id, ...newOfficer(districts) } })
  return account
}

async function renewAccount(tx: Transaction, id: string, factors: Factors): Promise<ProvedAccount> {
  const data = { ...factors, version: { increment: 1 } }
  const account = await tx.account.update({ where: { id }, data, select: { id: true, version: true } })
  await tx.passkey.deleteMany({ where: { accountId: id } })
  await tx.forceIdentity.deleteMany({ where: { accountId: id } })
  await endSessions(tx, { accountId: id }, 'factors-changed')
  return account
}
