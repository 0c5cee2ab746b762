import { now } from '@/lib/adapters/clock'
import { appendAudit } from '@/lib/commands/append-audit'
import type { Transaction } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import type { AuditAction } from '@/lib/domain/audit-actions'

type Detail = Readonly<Record<string, string | number | boolean | null>>
type KeyAct = Extract<AuditAction, 'keys-rotated' | 'keys-recovered' | 'recovery-drilled'>

/** Audits what an operator does to keys: ids and counts, nobody's name. */
export async function noteKeys(
  action: KeyAct,
  detail: Detail,
  tx: Pick<Transaction, 'auditEvent'> = ownerDb(),
): Promise<void> {
  await appendAudit(tx, { actorId: null, role: null, action, detail })
}

/** How many intake keys were made besides the first. */
export async function countEpochs(): Promise<number> {
  return ownerDb().keyEpoch.count({ where: { purpose: 'intake' } })
}

/** Notes that there is a key; one that was noted before stays as it is. */
export async function noteEpoch(id: string, purpose: 'intake' | 'recovery', madeAt: Date): Promise<void> {
  await ownerDb().keyEpoch.upsert({ where: { id }, create: { id, purpose, madeAt }, update: {} })
}

/** Whether anything was erased since a moment; null: ever. */
export async function isErasedSince(moment: Date | null): Promise<boolean> {
  const erasedAt = moment === null ? { not: null } : { gte: moment }
  return (await ownerDb().case.findFirst({ where: { erasedAt }, select: { id: true } })) !== null
}

/**
 * Retires a key: from then on the database takes nothing that is sealed to it. False, and nothing changed, while more than `spared`
 * boxes have a wrap of it. For a moment nothing else is written to the table, so that no box slips in between the
 * count and the end.
 */
export async function retireKey(
  id: string,
  purpose: 'intake' | 'recovery',
  spared: number,
): Promise<boolean> {
  const retiredAt = now()
  return ownerDb().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL lock_timeout = '10s'`
    await tx.$executeRaw`LOCK TABLE key_wrap IN SHARE ROW EXCLUSIVE MODE`
    if ((await tx.keyWrap.count({ where: { keyId: id } })) > spared) return false
    const known = await tx.keyEpoch.findUnique({ where: { id } })
    if (known?.retiredAt instanceof Date) return true
    await tx.keyEpoch.upsert({
      where: { id },
      create: { id, purpose, madeAt: retiredAt, retiredAt },
      update: { retiredAt },
    })
    await noteKeys('keys-rotated', { step: 'retired', key: id, left: spared }, tx)
    return true
  })
}
