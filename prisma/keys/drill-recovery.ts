import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import { drillBox, drillPair } from '@/lib/sealing/drill'
import { intakePairs } from '@/lib/sealing/key-ring'
import type { KeyPair } from '@/lib/sealing/key-ring'
import { noteKeys } from './key-epochs'
import type { Progress } from './rewrap-all'

export interface DrillReport {
  readonly boxes: number
  /** Opened to the same bytes by the recovery key, by a key they were wrapped to anew, and by each online key that is here. */
  readonly equal: number
  /** How many online keys there were to compare with: none are needed. */
  readonly online: number
}

const batch = 100

/**
 * Recovers a random sample of what is sealed, in memory: no key file is written and no wrap is stored. Needs the offline key and no online
 * one. The audit has a row before anything is opened, and one with what came of it.
 */
export async function drillRecovery(
  recovery: KeyPair,
  sample: number,
  progress: Progress,
): Promise<DrillReport> {
  const { KEY_DIR } = env()
  const online = intakePairs(KEY_DIR)
  const keys = { recovery, drill: await drillPair(), online }
  const ids = await pick(sample)
  await noteKeys('recovery-drilled', { step: 'begun', with: recovery.id, boxes: ids.length })
  let [done, equal] = [0, 0]
  for (let from = 0; from < ids.length; from += batch) {
    const boxes = await read(ids.slice(from, from + batch))
    const force = currentForce().id
    const results = await Promise.all(boxes.map((box) => drillBox(keys, force, box)))
    done += boxes.length
    equal += results.filter(Boolean).length
    progress(done, ids.length)
  }
  await noteKeys('recovery-drilled', { step: 'done', with: recovery.id, boxes: done, equal })
  return { boxes: done, equal, online: online.length }
}

/** Of what is erased there is nothing to open. */
async function pick(sample: number): Promise<string[]> {
  const rows = await ownerDb().$queryRaw<{ id: string }[]>`
    SELECT b.id::text AS id FROM sealed_box b WHERE EXISTS (SELECT FROM key_wrap w WHERE w.box_id = b.id)
     ORDER BY random() LIMIT ${sample}`
  return rows.map(({ id }) => id)
}

async function read(ids: readonly string[]) {
  return ownerDb().$transaction(async (tx) => {
    await tx.$executeRaw`SET TRANSACTION READ ONLY`
    return tx.sealedBox.findMany({ where: { id: { in: [...ids] } }, include: { fields: true, wraps: true } })
  })
}
