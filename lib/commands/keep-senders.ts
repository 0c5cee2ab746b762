import 'server-only'
import { randomUUID } from 'node:crypto'
import { isPublicKey } from '@/lib/adapters/http-signature'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { readName } from '@/lib/domain/account'
import type { AuditAction } from '@/lib/domain/audit-actions'
import { DomainError } from '@/lib/domain/errors'
import { referralChannels } from '@/lib/domain/referral'
import type { SignedIn } from '@/lib/domain/step-up'
import { isUuid } from '@/lib/domain/uuid'
import { appendAudit } from './append-audit'
import { asAdministrator } from './change-account'

/** Two at most: the one that ends and the one that comes. */
const mostKeys = 2

/** Adds somebody who may send referrals. DomainErrors: `forbidden`, `step-up`, `invalid`, and `sender-exists` for a name there is. */
export function addSender(
  by: SignedIn,
  given: { readonly name: string; readonly channel: string },
): Promise<void> {
  return change(by, async (tx) => {
    const name = readName(given.name)
    const channel = referralChannels.find((known) => known === given.channel)
    if (channel === undefined) throw new DomainError('invalid')
    const force = currentForce().id
    if ((await tx.referralSender.count({ where: { force, name } })) > 0)
      throw new DomainError('sender-exists')
    const id = randomUUID()
    const data = { id, force, name, channel, madeAt: now(), madeById: by.actor.id }
    await tx.referralSender.createMany({ data: [data] })
    return { action: 'sender-added', detail: { sender: id } }
  })
}

/** Takes nothing of a sender any more, whoever signs it. */
export function stopSender(by: SignedIn, id: string): Promise<void> {
  return change(by, async (tx) => {
    const where = { id: known(id), stoppedAt: null }
    const { count } = await tx.referralSender.updateMany({ where, data: { stoppedAt: now() } })
    if (count === 0) throw new DomainError('conflict')
    return { action: 'sender-stopped', detail: { sender: id } }
  })
}

/**
 * Adds a key a sender signs with. `invalid` for what is no key, `sender-exists` for one that there is, `two-keys` where two hold
 * already, and `conflict` where the sender was stopped.
 */
export function addSenderKey(by: SignedIn, senderId: string, text: string): Promise<void> {
  return change(by, async (tx) => {
    const publicKey = text.trim()
    if (!isPublicKey(publicKey)) throw new DomainError('invalid')
    const sender = await lockedSender(tx, known(senderId))
    if (!sender) throw new DomainError('conflict')
    if ((await tx.referralKey.count({ where: { senderId, stoppedAt: null } })) >= mostKeys)
      throw new DomainError('two-keys')
    if ((await tx.referralKey.count({ where: { publicKey } })) > 0) throw new DomainError('sender-exists')
    const id = randomUUID()
    const data = { id, senderId, publicKey, madeAt: now(), madeById: by.actor.id }
    await tx.referralKey.createMany({ data: [data] })
    return { action: 'sender-key-added', detail: { sender: senderId, key: id } }
  })
}

/** Takes nothing signed by this key any more. */
export function stopSenderKey(by: SignedIn, id: string): Promise<void> {
  return change(by, async (tx) => {
    const where = { id: known(id), stoppedAt: null }
    const { count } = await tx.referralKey.updateMany({ where, data: { stoppedAt: now() } })
    if (count === 0) throw new DomainError('conflict')
    return { action: 'sender-key-stopped', detail: { key: id } }
  })
}

interface Changed {
  readonly action: AuditAction
  readonly detail: Readonly<Record<string, string>>
}

function change(by: SignedIn, work: (tx: Transaction) => Promise<Changed>): Promise<void> {
  return asAdministrator(by, 'keep-senders', () =>
    asActor(by.actor, async (tx) => {
      const { id: actorId, role } = by.actor
      await appendAudit(tx, { actorId, role, ...(await work(tx)) })
    }),
  )
}

/** Two who add a key at once are one after the other. */
async function lockedSender(tx: Transaction, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM referral_sender WHERE id = ${id}::uuid AND stopped_at IS NULL FOR UPDATE`
  return rows.length > 0
}

function known(id: string): string {
  if (!isUuid(id)) throw new DomainError('not-found')
  return id
}
