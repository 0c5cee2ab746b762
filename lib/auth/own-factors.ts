import 'server-only'
import { createHash } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { appendAudit } from '@/lib/commands/append-audit'
import { deskDb } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { AuditAction } from '@/lib/domain/audit-actions'
import { DomainError } from '@/lib/domain/errors'
import { isPasswordWayClosed } from '@/lib/domain/password-way'
import type { Actor } from '@/lib/domain/policy'
import { expectFresh } from '@/lib/domain/step-up'
import { endSessions } from './end-sessions'
import { confirmedStep, newAuthenticator } from './new-authenticator'
import type { NewAuthenticator } from './new-authenticator'
import { storePasskey } from './passkey/registration'
import type { NewPasskey } from './passkey/registration'
import { countRecoveryCodes, makeRecoveryCodes } from './recovery-codes'
import type { Session } from './session'
import { sealTotpSecret } from './totp-secret'

/** The ways in of whoever is signed in. */
export interface OwnFactors {
  readonly email: string
  readonly hasPassword: boolean
  /** Somebody gave it with too many wrong codes: it signs nobody in until it is another one. */
  readonly isPasswordClosed: boolean
  readonly hasAuthenticator: boolean
  readonly passkeys: readonly OwnPasskey[]
  readonly recoveryCodes: number
  /** Through the force's own sign-in. */
  readonly hasForceIdentity: boolean
}

interface OwnPasskey {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

/** How the person behind a session signs in. */
export async function ownFactors({ actor }: Session): Promise<OwnFactors> {
  const accountId = actor.id
  const account = await deskDb().account.findUniqueOrThrow({
    where: { id: accountId },
    include: { passkeys: { orderBy: { createdAt: 'asc' } }, _count: { select: { identities: true } } },
  })
  return {
    email: account.email,
    hasPassword: account.passwordHash !== null,
    isPasswordClosed: isPasswordWayClosed(account),
    hasAuthenticator: account.totpSecret !== null,
    passkeys: account.passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
      id,
      name,
      createdAt,
      lastUsedAt,
    })),
    recoveryCodes: await countRecoveryCodes(accountId),
    hasForceIdentity: account._count.identities > 0,
  }
}

type LastingWays = Pick<
  OwnFactors,
  'hasPassword' | 'isPasswordClosed' | 'hasAuthenticator' | 'hasForceIdentity'
>

/** Whether there is a way in that lasts: recovery codes run out. */
function hasWayIn(
  passkeys: number,
  { hasPassword, isPasswordClosed, hasAuthenticator, hasForceIdentity }: LastingWays,
) {
  return passkeys > 0 || (hasPassword && !isPasswordClosed && hasAuthenticator) || hasForceIdentity
}

/** Whether one passkey is all there is: a lost device would shut them out. */
export function hasOnePasskeyAlone(factors: OwnFactors): boolean {
  return factors.passkeys.length === 1 && isLastWayIn(factors)
}

/** Whether one passkey fewer would leave no lasting way in. */
export function isLastWayIn(factors: OwnFactors): boolean {
  return !hasWayIn(factors.passkeys.length - 1, factors)
}

/** The authenticator somebody is setting up: the same one until it is confirmed, another one after. */
export async function nextAuthenticator({ actor, handle }: Session): Promise<NewAuthenticator> {
  const account = await deskDb().account.findUniqueOrThrow({ where: { id: actor.id } })
  const before = createHash('sha256')
    .update(account.totpSecret ?? '')
    .digest('base64url')
  return newAuthenticator(account.email, actor.id, handle, before)
}

/** Puts the new authenticator in place of the old. Throws DomainError `invalid` when the code is not one of it. */
export async function confirmAuthenticator(session: Session, code: string): Promise<void> {
  const next = await nextAuthenticator(session)
  const step = confirmedStep(next, code)
  if (step === null) throw new DomainError('invalid')
  const { id } = session.actor
  const data = { totpSecret: sealTotpSecret(id, next.secret), totpLastStep: step }
  await changed(session, 'authenticator-set', (tx) =>
    tx.account.update({ where: { id }, data, select: { id: true } }),
  )
}

/** Adds a passkey. Throws DomainError `conflict` when it is somebody's already. */
export async function addPasskey(session: Session, passkey: NewPasskey, name: string): Promise<void> {
  await changed(session, 'passkey-added', async (tx) => {
    if (!(await storePasskey(tx, passkey, name))) throw new DomainError('conflict')
  })
}

/** Gives one of one's own passkeys another name. Throws DomainError `not-found` for any other. */
export async function namePasskey({ actor }: Session, id: string, name: string): Promise<void> {
  const { count } = await deskDb().passkey.updateMany({ where: { id, accountId: actor.id }, data: { name } })
  if (count === 0) throw new DomainError('not-found')
}

/**
 * Removes one of one's own passkeys. Throws DomainError `not-found` for any other, and `conflict` when no lasting way in would be
 * left.
 */
export async function removePasskey(session: Session, id: string): Promise<void> {
  await changed(session, 'passkey-removed', async (tx) => {
    const accountId = session.actor.id
    const { count } = await tx.passkey.deleteMany({ where: { id, accountId } })
    if (count === 0) throw new DomainError('not-found')
    const account = await tx.account.findUniqueOrThrow({
      where: { id: accountId },
      include: { identities: true },
    })
    const left = await tx.passkey.count({ where: { accountId } })
    const rest = {
      hasPassword: account.passwordHash !== null,
      isPasswordClosed: isPasswordWayClosed(account),
      hasAuthenticator: account.totpSecret !== null,
      hasForceIdentity: account.identities.length > 0,
    }
    if (!hasWayIn(left, rest)) throw new DomainError('conflict')
  })
}

/**
 * A new set of recovery codes, which voids the old: the value for the cookie that shows them. Throws DomainError `invalid` when there
 * is no password for them to go with.
 */
export function renewRecoveryCodes(session: Session): Promise<string> {
  const { id } = session.actor
  return changed(session, 'recovery-codes-made', async (tx) => {
    const { passwordHash } = await tx.account.findUniqueOrThrow({ where: { id } })
    if (passwordHash === null) throw new DomainError('invalid')
    return makeRecoveryCodes(tx, id)
  })
}

/**
 * Changes a way in, with its audit row, and ends every other session of theirs: whoever had one may not be them. Changes of
 * one account are one after the other. Throws DomainError `forbidden` when the session is over by then (what ended it may
 * have been another change), and `step-up` when they have not proved in the last ten minutes who they are.
 */
export function changed<T>(
  { actor, handle }: Pick<Session, 'actor' | 'handle'>,
  action: AuditAction,
  change: (tx: Transaction) => Promise<T>,
): Promise<T> {
  return deskDb().$transaction(async (tx) => {
    await expectLive(tx, actor, handle)
    const result = await change(tx)
    await appendAudit(tx, { actorId: actor.id, role: actor.role, action })
    await endSessions(tx, { accountId: actor.id, NOT: { handle } }, 'factors-changed')
    return result
  })
}

/** The account first: whatever else changes an account and ends its sessions takes them in this order. */
async function expectLive(tx: Transaction, actor: Actor, handle: string): Promise<void> {
  // Nobody who is proving at this moment who they are, by what is changed, gets in with it any more.
  await tx.account.updateMany({ where: { id: actor.id }, data: { version: { increment: 1 } } })
  const rows = await tx.$queryRaw<{ strongAt: Date }[]>`
    SELECT s.strong_at AS "strongAt" FROM staff_session s JOIN account a ON a.id = s.account_id AND a.active
     WHERE s.handle = ${handle}::uuid AND s.account_id = ${actor.id}::uuid AND s.ended_at IS NULL
       FOR UPDATE OF s`
  const session = rows[0]
  if (session === undefined) throw new DomainError('forbidden')
  expectFresh({ actor, strongAt: session.strongAt }, 'change-factors', now())
}
