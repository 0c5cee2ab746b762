import 'server-only'
import { now } from '@/lib/adapters/clock'
import { appendAudit } from '@/lib/commands/append-audit'
import { deskDb } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { VerifiedIdentity } from './claims'

/** The account an identity belongs to, active or not; null when nobody has linked it. An e-mail address links nothing. */
export async function accountOf({ issuer, subject }: VerifiedIdentity) {
  const linked = await deskDb().forceIdentity.findUnique({
    where: { issuer_subject: { issuer, subject } },
    select: { account: { select: { id: true, role: true, active: true } } },
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
  account: { readonly id: string; readonly role: string },
): Promise<boolean> {
  const held = await tx.forceIdentity.findUnique({ where: { issuer_subject: { issuer, subject } } })
  if (held !== null) return held.accountId === account.id
  await tx.forceIdentity.deleteMany({ where: { issuer, accountId: account.id } })
  await tx.forceIdentity.create({ data: { issuer, subject, accountId: account.id, createdAt: now() } })
  await appendAudit(tx, { actorId: account.id, role: account.role, action: 'force-sign-in-linked' })
  return true
}

/** Takes the force's own sign-in away from an account. Whoever calls checks that another way in is left. */
export async function unlinkIdentities(
  tx: Transaction,
  account: { readonly id: string; readonly role: string },
): Promise<number> {
  const { count } = await tx.forceIdentity.deleteMany({ where: { accountId: account.id } })
  if (count > 0)
    await appendAudit(tx, { actorId: account.id, role: account.role, action: 'force-sign-in-unlinked' })
  return count
}
