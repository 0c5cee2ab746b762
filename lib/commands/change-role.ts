import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/lib/db/client'
import type { Account } from '@/lib/db/generated/client'
import { readPost, readReason } from '@/lib/domain/account'
import type { Post } from '@/lib/domain/account'
import { DomainError } from '@/lib/domain/errors'
import { newOfficer } from '@/lib/domain/new-officer'
import type { SignedIn } from '@/lib/domain/step-up'
import { coveredFrom, districtsToGive } from './covered-from'
import { changeAccount } from './change-account'
import type { AccountSeen } from './change-account'

interface NewPost {
  readonly role: string
  readonly districts: readonly string[]
  readonly reason: string
}

/**
 * Gives an account another role, or a liaison officer other districts, for a reason from the list. Its sessions end at once,
 * so the very next request is answered by the new role. DomainErrors as `changeAccount`, and `invalid`.
 */
export function changeRole(by: SignedIn, seen: AccountSeen, given: NewPost): Promise<void> {
  return changeAccount(by, 'change-role', seen, async (account, tx) => {
    const post = readPost(given.role, given.districts, districtsToGive())
    const reason = readReason('role', given.reason)
    if (!account.active) throw new DomainError('invalid')
    await settleOfficer(tx, account, post)
    return {
      data: { role: post.role },
      after: post.role,
      why: 'role-changed',
      audited: 'role-changed',
      detail: { from: account.role, to: post.role, reason, districts: post.districts.join(' ') },
    }
  })
}

/**
 * What routing knows of an officer: made or brought up to date for one, and what they said of their work forgotten for whoever is none any
 * more. Whether an officer serves who only covers other districts now stays a supervisor's to say.
 */
async function settleOfficer(tx: Transaction, account: Account, { role, districts }: Post): Promise<void> {
  const where = { accountId: account.id }
  const version = { increment: 1 }
  if (role !== 'liaison-officer') {
    const nothing = { active: false, oneMoreAt: null, handingOverAt: null }
    await tx.officer.updateMany({ where, data: { ...nothing, version } })
    return
  }
  const covered = coveredFrom(districts)
  const serving = account.role === 'liaison-officer' ? {} : { active: true }
  await tx.officer.upsert({
    where,
    create: { id: randomUUID(), ...where, ...newOfficer(covered) },
    update: { districts: [...covered], ...serving, version },
  })
}
