import { setTimeout as pause } from 'node:timers/promises'
import { now } from '@/lib/adapters/clock'
import { env, tier } from '@/lib/config/env'
import { sealToNewest, makeIntakeEpoch } from '@/lib/sealing/epochs'
import { destroyKeyFile } from '@/lib/sealing/key-store'
import { intakePairs } from '@/lib/sealing/key-ring'
import type { IntakePair } from '@/lib/sealing/key-ring'
import { countEpochs, isErasedSince, noteEpoch, noteKeys, retireKey } from './key-epochs'
import { countWraps, rewrapAll } from './rewrap-all'
import type { Progress } from './rewrap-all'

export interface Rotation {
  /** Destroy the private halves of before once nothing is left that needs them. */
  readonly destroyOld: boolean
  /** Make a new epoch only where something was erased since the newest. */
  readonly ifErased: boolean
  /** Go on though boxes are left whose wrap nothing opens. */
  readonly leaveUnreadable: boolean
  /** How long, in milliseconds, somebody may still be sealing or opening with what was there before. */
  readonly settle: number
}

/** What a rotation did. */
export interface RotationReport {
  /** The epoch that was made; null where one of before was finished, or none was needed. */
  readonly made: string | null
  readonly rewrapped: number
  readonly unreadable: number
  readonly destroyed: readonly string[]
  /** Keys of before whose private halves are still there, and why. */
  readonly kept: 'none' | 'not-asked' | 'public-tier-first' | 'still-needed'
}

/**
 * Replaces the intake key: makes the next epoch, wraps every data key of the ones before anew, and where it is asked destroys their private
 * halves. One that was stopped is finished first, by whatever run comes next. A box can be opened at every moment.
 */
export async function rotateKeys(rotation: Rotation, progress: Progress): Promise<RotationReport> {
  const { KEY_DIR } = env()
  await sealToNewest(KEY_DIR)
  const finishing = olderPairs(KEY_DIR).length > 0
  const finished = finishing ? await finish(rotation, false, progress) : nothing
  const goOn = !finishing || (rotation.ifErased && finished.kept === 'none')
  if (!goOn || !(await isDue(rotation))) return { made: null, ...finished }
  const made = await begin(KEY_DIR)
  const report = await finish(rotation, true, progress)
  return {
    made,
    ...report,
    rewrapped: finished.rewrapped + report.rewrapped,
    destroyed: [...finished.destroyed, ...report.destroyed],
  }
}

type Finished = Omit<RotationReport, 'made'>
const nothing: Finished = { rewrapped: 0, unreadable: 0, destroyed: [], kept: 'none' }

async function isDue({ ifErased }: Rotation): Promise<boolean> {
  return !ifErased || isErasedSince(newestPair(env().KEY_DIR).madeAt)
}

async function begin(dir: string): Promise<string> {
  const before = newestPair(dir)
  const { id } = await makeIntakeEpoch(dir, now(), 1 + (await countEpochs()))
  await noteKeys('keys-rotated', { step: 'made', key: id, before: before.id })
  return id
}

async function finish(rotation: Rotation, justMade: boolean, progress: Progress): Promise<Finished> {
  const { KEY_DIR } = env()
  const newest = newestPair(KEY_DIR)
  if (newest.madeAt !== null) await noteEpoch(newest.id, 'intake', newest.madeAt)
  const first = await rewrapOlder(KEY_DIR, progress)
  if (!rotation.destroyOld) return { ...first, destroyed: [], kept: 'not-asked' }
  // A public tier elsewhere still seals to the old one until somebody brings it the new public half.
  if (justMade && tier() !== 'all') return { ...first, destroyed: [], kept: 'public-tier-first' }
  // Whoever read the old public half before the new one was there has sent what they sealed by then.
  await pause(rotation.settle)
  const late = await rewrapOlder(KEY_DIR, progress)
  const rewrapped = first.rewrapped + late.rewrapped
  const { unreadable } = late
  const destroyed = await destroyOlder(KEY_DIR, rotation, unreadable)
  return { rewrapped, unreadable, destroyed, kept: olderPairs(KEY_DIR).length > 0 ? 'still-needed' : 'none' }
}

async function rewrapOlder(dir: string, progress: Progress) {
  const older = olderPairs(dir)
  const drop = older.map(({ id }) => id)
  const left = await countWraps(drop)
  if (left === 0) return { rewrapped: 0, unreadable: 0 }
  const newest = newestPair(dir)
  await noteKeys('keys-rotated', { step: 'wrapping', key: newest.id, left })
  const { done, unreadable } = await rewrapAll({ from: older, to: newest, drop }, progress)
  await noteKeys('keys-rotated', { step: 'wrapped', key: newest.id, boxes: done, unreadable })
  return { rewrapped: done, unreadable }
}

async function destroyOlder(dir: string, rotation: Rotation, unreadable: number): Promise<readonly string[]> {
  const spared = rotation.leaveUnreadable ? unreadable : 0
  const retired: IntakePair[] = []
  for (const pair of olderPairs(dir)) if (await retireKey(pair.id, 'intake', spared)) retired.push(pair)
  // Whoever read a wrap just before it was made anew has opened it by then.
  if (retired.length > 0) await pause(rotation.settle)
  for (const { id, file } of retired) {
    await destroyKeyFile(dir, file)
    await noteKeys('keys-rotated', { step: 'destroyed', key: id })
  }
  return retired.map(({ id }) => id)
}

function newestPair(dir: string): IntakePair {
  const [newest] = intakePairs(dir)
  if (newest === undefined)
    throw new Error(
      'KEY_DIR holds no private half of an intake key. With the offline key: npm run keys:recover',
    )
  return newest
}

function olderPairs(dir: string): readonly IntakePair[] {
  return intakePairs(dir).slice(1)
}
