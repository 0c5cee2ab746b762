import { now } from '@/lib/adapters/clock'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import { makeRecoveryEpoch } from '@/lib/sealing/epochs'
import { intakePairs, publicKeys } from '@/lib/sealing/key-ring'
import type { PublicKey } from '@/lib/sealing/key-ring'
import { noteEpoch, noteKeys } from './key-epochs'
import { rewrapAll } from './rewrap-all'
import type { Progress, Rewrapped } from './rewrap-all'

/** What renewing the recovery key did. */
export interface RenewalReport extends Rewrapped {
  /** The new key; null where one that was made before was given the rest of its wraps. */
  readonly made: string | null
}

/**
 * Replaces the recovery key: a new pair, whose private half is to be moved offline, and a wrap for it of every data key in place of the old
 * one's. Afterwards the old offline key opens old copies of the database and nothing else. Can be stopped and run again.
 */
export async function renewRecovery(progress: Progress): Promise<RenewalReport> {
  const { KEY_DIR } = env()
  const from = intakePairs(KEY_DIR)
  const { current, made } = (await unfinished()) ?? (await makeNext())
  const old = await ownerDb().keyEpoch.findMany({ where: { purpose: 'recovery', id: { not: current.id } } })
  const drop = old.map(({ id }) => id)
  const rewrapped = await rewrapAll({ from, to: current, drop }, progress)
  const detail = { key: current.id, boxes: rewrapped.done, unreadable: rewrapped.unreadable }
  await noteKeys('keys-rotated', { step: 'recovery-wrapped', ...detail })
  return { ...rewrapped, made }
}

function recoveryKey(): PublicKey {
  const [, recovery] = publicKeys(env().KEY_DIR)
  if (recovery === undefined) throw new Error('KEY_DIR holds no recovery key.')
  return recovery
}

/** A recovery key that was made before and has not come to every box. */
async function unfinished() {
  const current = recoveryKey()
  const [row] = await ownerDb().$queryRaw<[{ lacking: boolean }]>`
    SELECT EXISTS (
      SELECT FROM key_epoch k JOIN key_wrap w ON w.key_id = k.id
       WHERE k.purpose = 'recovery' AND k.id <> ${current.id}
    ) AS lacking`
  return row.lacking ? { current, made: null } : null
}

async function makeNext() {
  const at = now()
  await noteEpoch(recoveryKey().id, 'recovery', at)
  const current = await makeRecoveryEpoch(env().KEY_DIR)
  await noteEpoch(current.id, 'recovery', at)
  await noteKeys('keys-rotated', { step: 'recovery-made', key: current.id })
  return { current, made: current.id }
}
