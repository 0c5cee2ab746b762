import 'server-only'
import { now } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { isPasswordWayClosed } from '@/lib/domain/password-way'
import { changed } from '../own-factors'
import type { Session } from '../session'
import type { VerifiedIdentity } from './claims'

/** The account an identity belongs to, active or not; null when nobody has linked it. An e-mail address links nothing. */
export async function accountOf({ issuer, subject }: VerifiedIdentity) {
  const linked = await deskDb().forceIdentity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { account: { select: { id: true, role: true, active: true, version: true, wrongCodes: true } } },
  })
  return linked?.account ?? null
}

/** Whether, and since when, an account can sign in by the force's own sign-in. */
export async function linkedSince(accountId: string): Promise<Date | null> {
  const identity = await deskDb().forceIdentity.findFirst({
    where: { accountId },
    orderBy: { createdAt: 'asc' },
  })
  return identity?.createdAt ?? null
}

/**
 * Binds an identity to an account; one it had at the same provider gives way, because somebody whose account there was
 * made anew has a new subject. False, and nothing changes, when the identity is somebody else's.
 */
export async function linkIdentity(
  tx: Transaction,
  { issuer, subject }: VerifiedIdentity,
  accountId: string,
): Promise<boolean> {
  const held = await tx.forceIdentity.findUnique({ where: { issuer_subject: { issuer, subject } } })
  if (held !== null) return held.accountId === accountId
  await tx.forceIdentity.deleteMany({ where: { issuer, accountId } })
  const data = { issuer, subject, accountId, createdAt: now() }
  const { count } = await tx.forceIdentity.createMany({ data: [data], skipDuplicates: true })
  return count === 1
}

/**
 * Connects who somebody is there to whoever is signed in, and ends their other sessions. Else says why not: it is somebody
 * else's, their session is over, or they have to prove here first who they are.
 */
export async function connect(
  session: Pick<Session, 'actor' | 'handle'>,
  identity: VerifiedIdentity,
): Promise<'linked' | 'refused' | 'unproved'> {
  try {
    await changed(session, 'force-sign-in-linked', async (tx) => {
      if (!(await linkIdentity(tx, identity, session.actor.id))) throw new DomainError('conflict')
    })
    return 'linked'
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return error.code === 'step-up' ? 'unproved' : 'refused'
  }
}

/**
 * Takes the force's own sign-in away from whoever is signed in, and ends their other sessions. Throws DomainError `conflict`
 * when no lasting way in would be left.
 */
export async function disconnect(session: Pick<Session, 'actor' | 'handle'>): Promise<void> {
  const { id } = session.actor
  await changed(session, 'force-sign-in-unlinked', async (tx) => {
    const account = await tx.account.findUniqueOrThrow({
      where: { id },
      select: {
        passwordHash: true,
        totpSecret: true,
        wrongCodes: true,
        _count: { select: { passkeys: true } },
      },
    })
    const isSet = account.passwordHash !== null && account.totpSecret !== null
    const hasPassword = isSet && !isPasswordWayClosed(account)
    if (!hasPassword && account._count.passkeys === 0) throw new DomainError('conflict')
    await tx.forceIdentity.deleteMany({ where: { accountId: id } })
  })
}
