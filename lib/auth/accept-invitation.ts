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
import { hashToken, openInvitation } from './invitations'
import { storePasskey } from './passkey/registration'
import type { NewPasskey } from './passkey/registration'
import { makeRecoveryCodes } from './recovery-codes'
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
  readonly accountId: string
  readonly email: string
  /** For the cookie that shows the new recovery codes. */
  readonly codes: string
}

/**
 * Accepts an invitation: the account with its role, its first way to sign in and ten recovery codes, or nothing of it. Null when
 * it may not be accepted (any more); of two at once, one is.
 */
export function acceptInvitation(token: string, way: FirstWay): Promise<Accepted | null> {
  return accept(token, way, async (tx, { accountId, email }) => {
    return { accountId, email, codes: await makeRecoveryCodes(tx, accountId) }
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
): Promise<{ readonly accountId: string } | null> {
  const way = { kind: 'force', identity } as const
  return accept(token, way, async (tx, { accountId }) => {
    await tx.recoveryCode.deleteMany({ where: { accountId } })
    return { accountId }
  })
}

interface Settled {
  readonly accountId: string
  readonly email: string
}

function accept<T>(
  token: string,
  way: FirstWay | ForceWay,
  then: (tx: Transaction, settled: Settled) => Promise<T>,
): Promise<T | null> {
  return deskDb()
    .$transaction(async (tx) => {
      const at = now()
      const [row] = await tx.invitation.updateManyAndReturn({
        where: { tokenHash: hashToken(token), usedAt: null, withdrawnAt: null, expiresAt: { gt: at } },
        data: { usedAt: at },
      })
      if (row === undefined) return null
      const accountId = await settle(tx, row, way)
      await withdrawInvitations(tx, { email: row.email }, { id: accountId, role: row.role })
      const who = { actorId: accountId, role: row.role }
      const detail = { invitation: row.id, method: way.kind }
      await appendAudit(tx, { ...who, action: 'invitation-accepted', detail })
      return then(tx, { accountId, email: row.email })
    })
    .catch((error: unknown) => {
      if (error instanceof VoidInvitationError) return null
      throw error
    })
}

/** Undoes the transaction: what the invitation is for has changed since it was read. */
class VoidInvitationError extends Error {}

async function settle(tx: Transaction, row: Invitation, way: FirstWay | ForceWay): Promise<string> {
  const open = await openInvitation(tx, row)
  if (open === null) throw new VoidInvitationError()
  const accountId = open.renews ?? (way.kind === 'passkey' ? way.passkey.accountId : randomUUID())
  const factors = factorsOf(accountId, way)
  if (open.renews === null) await createAccount(tx, accountId, row, factors)
  else await renewAccount(tx, accountId, factors)
  if (way.kind === 'password') return accountId
  if (way.kind === 'force') {
    if (!(await linkIdentity(tx, way.identity, accountId))) throw new VoidInvitationError()
    return accountId
  }
  if (way.passkey.accountId !== accountId || !(await storePasskey(tx, way.passkey, way.name)))
    throw new VoidInvitationError()
  return accountId
}

function factorsOf(accountId: string, way: FirstWay | ForceWay) {
  if (way.kind !== 'password') return { passwordHash: null, totpSecret: null, totpLastStep: 0 }
  const { passwordHash, totpSecret, totpStep } = way
  return { passwordHash, totpSecret: sealTotpSecret(accountId, totpSecret), totpLastStep: totpStep }
}

type Factors = ReturnType<typeof factorsOf>

async function createAccount(tx: Transaction, id: string, row: Invitation, factors: Factors): Promise<void> {
  const { email, name, role, districts } = row
  const { count } = await tx.account.createMany({
    data: { id, email, name, role, createdAt: now(), ...factors },
    skipDuplicates: true,
  })
  if (count === 0) throw new VoidInvitationError()
  if (role !== 'liaison-officer') return
  await tx.officer.createMany({ data: { id: randomUUID(), accountId: id, ...newOfficer(districts) } })
}

async function renewAccount(tx: Transaction, id: string, factors: Factors): Promise<void> {
  await tx.passkey.deleteMany({ where: { accountId: id } })
  await tx.forceIdentity.deleteMany({ where: { accountId: id } })
  await tx.account.update({ where: { id }, data: factors, select: { id: true } })
  await endSessions(tx, { accountId: id }, 'factors-changed')
}
