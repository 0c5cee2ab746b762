import { now } from '@/lib/adapters/clock'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import { makeIntakeEpoch, restoreRecoveryPublic, sealToNewest } from '@/lib/sealing/epochs'
import { intakePairs } from '@/lib/sealing/key-ring'
import type { IntakePair, KeyPair } from '@/lib/sealing/key-ring'
import { countEpochs, noteEpoch, noteKeys } from './key-epochs'
import { countWraps, rewrapAll } from './rewrap-all'
import type { Progress, Rewrapped } from './rewrap-all'

/** What a recovery did. */
export interface RecoveryReport extends Rewrapped {
  /** The epoch that was made; null where the folder has an intake key already, as when a recovery is run again. */
  readonly made: string | null
}

/**
 * Makes everything openable online again with the offline key: a new intake epoch where the folder has none, and a wrap for it of every
 * data key. Can be stopped and run again. Throws in words where this recovery key opens nothing here.
 */
export async function recoverKeys(recovery: KeyPair, progress: Progress): Promise<RecoveryReport> {
  const { KEY_DIR } = env()
  const left = await countWraps([recovery.id])
  if (left === 0) throw new Error('Nothing in this database is sealed to that recovery key.')
  await restoreRecoveryPublic(KEY_DIR, recovery)
  const { pair, made } = await intakePair(KEY_DIR)
  await noteKeys('keys-recovered', { step: 'wrapping', key: pair.id, with: recovery.id, left })
  const drop = await lostKeys([recovery.id, ...intakePairs(KEY_DIR).map(({ id }) => id)])
  const rewrapped = await rewrapAll({ from: [recovery], to: pair, drop }, progress)
  await noteKeys('keys-recovered', {
    step: 'wrapped',
    key: pair.id,
    boxes: rewrapped.done,
    unreadable: rewrapped.unreadable,
  })
  return { ...rewrapped, made }
}

async function intakePair(dir: string): Promise<{ pair: IntakePair; made: string | null }> {
  await sealToNewest(dir)
  const [known] = intakePairs(dir)
  const pair = known ?? (await makeIntakeEpoch(dir, now(), 1 + (await countEpochs())))
  if (pair.madeAt !== null) await noteEpoch(pair.id, 'intake', pair.madeAt)
  return { pair, made: known === undefined ? pair.id : null }
}

/** Keys that boxes are sealed to and nobody has: all but ours and those of return codes. */
async function lostKeys(ours: readonly string[]): Promise<readonly string[]> {
  const rows = await ownerDb().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT key_id AS id FROM key_wrap
     WHERE key_id NOT LIKE 'reporter-%' AND key_id <> ALL (${[...ours]}::text[])
       AND NOT EXISTS (SELECT FROM key_epoch k WHERE k.id = key_id AND k.purpose = 'recovery')`
  return rows.map(({ id }) => id)
}
