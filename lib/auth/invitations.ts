import 'server-only'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { appendAudit } from '@/lib/commands/append-audit'
import { env } from '@/lib/config/env'
import { deskDb } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { Invitation } from '@/lib/db/generated/client'
import type { AuditAction } from '@/lib/domain/audit-actions'
import { DomainError } from '@/lib/domain/errors'
import { roles } from '@/lib/domain/words'
import type { DistrictId, Role } from '@/lib/domain/words'
import { plainEmail } from './sign-in'
import { withdrawInvitations } from './withdraw-invitations'

/** How long an invitation may be accepted, in milliseconds: three days. */
export const invitationLife = 72 * 3_600_000

export interface NewInvitation {
  readonly email: string
  readonly name: string
  readonly role: Role
  /** Of a liaison officer; ignored for everybody else. */
  readonly districts: readonly DistrictId[]
  /** Null for the command that makes the first administrator. */
  readonly invitedById: string | null
}

/** An invitation that may be accepted now. */
export interface OpenInvitation {
  readonly email: string
  readonly name: string
  readonly role: Role
  /** The account whose ways to sign in it replaces; null when it makes one. */
  readonly renews: string | null
}

/**
 * Invites somebody: the secret for the link, known to nobody after this. It works once, for 72 hours, until it is
 * withdrawn, a newer one is made for the address, or whoever made it is no active administrator any more.
 * Throws DomainError `conflict` when the address has an account already, and `forbidden` when whoever invites is no administrator.
 */
export async function createInvitation(
  invitation: NewInvitation,
): Promise<{ readonly id: string; readonly token: string }> {
  const email = plainEmail(invitation.email)
  return store({ ...invitation, email, renewsAccountId: null }, 'invited', async (tx) => {
    if ((await tx.account.findUnique({ where: { email } })) !== null) throw new DomainError('conflict')
  })
}

/**
 * Invites somebody who has an account to make new ways to sign in. What they had until now is voided by `resetSignIn`, before
 * this; whatever there is when it is accepted is replaced. Throws DomainError `not-found` for an account that is not there or
 * not active.
 */
export async function createRenewal(
  accountId: string,
  invitedById: string,
): Promise<{ readonly id: string; readonly token: string }> {
  const account = await deskDb().account.findUnique({ where: { id: accountId }, include: { officer: true } })
  const role = roles.find((known) => known === account?.role)
  if (account?.active !== true || role === undefined) throw new DomainError('not-found')
  const { email, name } = account
  const districts = account.officer?.districts ?? []
  const renewal = { email, name, role, districts, invitedById, renewsAccountId: accountId }
  return store(renewal, 'sign-in-reset', () => Promise.resolve())
}

/** Takes an invitation back. False when it was accepted, withdrawn or over before. */
export async function withdrawInvitation(
  id: string,
  by: { readonly id: string; readonly role: string },
): Promise<boolean> {
  return deskDb().$transaction(async (tx) => (await withdrawInvitations(tx, { id }, by)) > 0)
}

/** The invitation of a link's secret, or null: unknown, used, withdrawn, over, or void (see `openInvitation`). */
export async function readInvitation(token: string): Promise<OpenInvitation | null> {
  const row = await deskDb().invitation.findUnique({ where: { tokenHash: hashToken(token) } })
  if (row?.usedAt !== null || row.withdrawnAt !== null || row.expiresAt <= now()) return null
  return openInvitation(deskDb(), row)
}

/**
 * What a row may still do. Null once whoever made it is no active administrator. One that makes an account is void as soon as its
 * address has any; one that renews is for the account it names alone, while that is open, has the role and the address.
 */
export async function openInvitation(
  db: Pick<Transaction, 'account'>,
  row: Invitation,
): Promise<OpenInvitation | null> {
  const role = roles.find((known) => known === row.role)
  if (role === undefined || !(await isInviterStill(db, row.invitedById))) return null
  const { email, name, renewsAccountId: renews } = row
  const account = await db.account.findUnique({ where: { email } })
  const isSame = account?.active === true && account.role === role && account.id === renews
  return (renews === null ? account === null : isSame) ? { email, name, role, renews } : null
}

async function isInviterStill(db: Pick<Transaction, 'account'>, id: string | null): Promise<boolean> {
  if (id === null) return true
  const inviter = await db.account.findUnique({ where: { id }, select: { role: true, active: true } })
  return inviter?.active === true && inviter.role === 'administrator'
}

/** What the table holds in place of the secret. The cookie's value, which goes on after a dot, does as well. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  const [secret = ''] = token.split('.', 1)
  return new Uint8Array(createHash('sha256').update(secret).digest())
}

/**
 * The value for the cookie: the link's secret, and after a dot one of this browser's own, so that whoever else has seen the
 * link cannot know the authenticator that is set up here.
 */
export function holdInvitation(token: string): string {
  return `${token}.${randomBytes(32).toString('base64url')}`
}

/** Name and attributes of the cookie that holds it, so that it is in no address after the first. */
export function invitationCookie() {
  const secure = env().secureCookies
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
  return { name: secure ? '__Host-invitation' : 'invitation', options }
}

/**
 * Holds everything else about invitations to one address, and what they make of it, until the transaction is over: of two at once the
 * second waits here, and then finds what the first did. Before any row of an invitation is locked.
 */
export async function oneAtATime(tx: Transaction, email: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${email}, 0))`
}

/** Whoever invites is an administrator until the invitation is there; what makes them none by then is `forbidden`. */
async function lockAdministrator(tx: Transaction, id: string): Promise<Role> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM account WHERE id = ${id}::uuid AND role = 'administrator' AND active FOR SHARE`
  if (rows.length === 0) throw new DomainError('forbidden')
  return 'administrator'
}

type Stored = NewInvitation & Pick<Invitation, 'renewsAccountId'>

async function store(invitation: Stored, action: AuditAction, expect: (tx: Transaction) => Promise<void>) {
  const token = randomBytes(32).toString('base64url')
  const id = randomUUID()
  const at = now()
  const { email, name, role, invitedById, renewsAccountId } = invitation
  const districts = role === 'liaison-officer' ? [...invitation.districts] : []
  await deskDb().$transaction(async (tx) => {
    await oneAtATime(tx, email)
    const by = invitedById === null ? null : await lockAdministrator(tx, invitedById)
    await expect(tx)
    await withdrawInvitations(tx, { email }, { id: invitedById, role: by })
    await tx.invitation.createMany({
      data: {
        ...{ id, tokenHash: hashToken(token), email, name, role, districts, invitedById, renewsAccountId },
        ...{ createdAt: at, expiresAt: new Date(at.getTime() + invitationLife) },
      },
    })
    const detail = { invitation: id, invitedRole: role }
    await appendAudit(tx, { actorId: invitedById, role: by, action, detail })
  })
  return { id, token }
}
