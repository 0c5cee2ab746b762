import 'server-only'
import { now } from '@/lib/adapters/clock'
import { endSessions } from '@/lib/auth/end-sessions'
import { withdrawInvitations } from '@/lib/auth/withdraw-invitations'
import { asActor, deskDb } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import type { Account, Prisma } from '@/lib/db/generated/client'
import type { AuditAction } from '@/lib/domain/audit-actions'
import { expectChangeable, handedBack } from '@/lib/domain/account'
import { DomainError } from '@/lib/domain/errors'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { SessionEnd } from '@/lib/domain/session'
import { expectFresh } from '@/lib/domain/step-up'
import type { SignedIn, StepUpAct } from '@/lib/domain/step-up'
import { isUuid } from '@/lib/domain/uuid'
import type { Role } from '@/lib/domain/words'
import { appendAudit } from './append-audit'

/** Which account, and which version of it the administrator was looking at. */
export interface AccountSeen {
  readonly accountId: string
  readonly version: number
}

/** What an act makes of an account. */
export interface AccountChange {
  readonly data: Prisma.AccountUpdateInput
  /** Their role afterwards; null when the account is closed. */
  readonly after: Role | null
  readonly why: SessionEnd
  readonly audited: AuditAction
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>
}

/** What is audited as refused: what nobody in this place should have tried. */
const refusals: ReadonlySet<DomainError['code']> = new Set(['forbidden', 'own-account', 'last-administrator'])

/** Runs an administrator's act: may they, and is the proof of who they are fresh. What is refused is audited. */
export async function asAdministrator<T>(by: SignedIn, act: StepUpAct, work: () => Promise<T>): Promise<T> {
  try {
    if (!mayEnter(by.actor.role, 'accounts')) throw new DomainError('forbidden')
    expectFresh(by, act, now())
    return await work()
  } catch (error) {
    if (error instanceof DomainError && refusals.has(error.code)) {
      const { id, role } = by.actor
      const detail = { attempted: act, code: error.code }
      await appendAudit(deskDb(), { actorId: id, role, action: 'refused', detail })
    }
    throw error
  }
}

/**
 * The frame of every change to an account, in one transaction: is it still what they saw, may it be changed at all, change it,
 * end its sessions at once, take back the invitations that are for it and those it made (what it may, it may anew), make nobody's
 * the cases it can no longer hold, and audit it. DomainError: `forbidden`, `step-up`, `not-found`, `conflict`, `own-account`,
 * `last-administrator`, and what `work` throws.
 */
export function changeAccount(
  by: SignedIn,
  act: StepUpAct,
  seen: AccountSeen,
  work: (account: Account, tx: Transaction) => AccountChange | Promise<AccountChange>,
): Promise<void> {
  return asAdministrator(by, act, () => asActor(by.actor, (tx) => change(tx, by, seen, work)))
}

async function change(
  tx: Transaction,
  { actor }: SignedIn,
  { accountId, version }: AccountSeen,
  work: (account: Account, tx: Transaction) => AccountChange | Promise<AccountChange>,
): Promise<void> {
  const { account, otherAdministrators } = await lock(tx, actor.id, accountId)
  if (account.version !== version) throw new DomainError('conflict')
  const { data, after, why, audited, detail = {} } = await work(account, tx)
  expectChangeable({ ...account, otherAdministrators }, actor.id, after)
  const handed = await handBack(tx, accountId, after)
  await tx.account.update({
    where: { id: accountId },
    data: { ...data, ...unlisted(after), version: version + 1 },
  })
  await endSessions(tx, { accountId }, why, actor)
  await withdrawInvitations(tx, { OR: [{ email: account.email }, { invitedById: accountId }] }, actor)
  await appendAudit(tx, {
    actorId: actor.id,
    role: actor.role,
    action: audited,
    detail: { account: accountId, ...detail, ...(handed === 0 ? {} : { handedBack: handed }) },
  })
}

/**
 * Holds every administrator's row and this one, so that of two who act on each other the second is told what became of them
 * since they asked: `forbidden` for whoever is no active administrator by now.
 */
async function lock(tx: Transaction, actorId: string, accountId: string) {
  if (!isUuid(accountId)) throw new DomainError('not-found')
  const held = await tx.$queryRaw<{ id: string; demo: boolean; rules: boolean }[]>`
    SELECT id, demo, role = 'administrator' AND active AS rules FROM account
     WHERE id = ${accountId}::uuid OR (role = 'administrator' AND active) ORDER BY id FOR UPDATE`
  if (!held.some(({ id, rules }) => id === actorId && rules)) throw new DomainError('forbidden')
  const account = await tx.account.findUnique({ where: { id: accountId } })
  if (account === null) throw new DomainError('not-found')
  // Nobody real may have to rely on an account of the demonstration, whose password anybody can read.
  const others = held.filter(({ id, demo }) => id !== accountId && (account.demo || !demo))
  return { account, otherAdministrators: others.length }
}

/** Only supervisors are on the list for sealed cases: whoever stops being one has to be put on it anew. */
function unlisted(after: Role | null): { readonly sealedCases?: false } {
  return after === 'supervisor' ? {} : { sealedCases: false }
}

async function handBack(tx: Transaction, accountId: string, after: Role | null): Promise<number> {
  const which = handedBack(after)
  if (which === 'none') return 0
  const [row] = await tx.$queryRaw<[{ handed: number }]>`
    SELECT hand_back_cases(${accountId}::uuid, ${which === 'restricted'}, ${now()}::timestamptz) AS handed`
  return row.handed
}
