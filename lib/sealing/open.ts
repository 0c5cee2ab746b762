import 'server-only'
import { env } from '@/lib/config/env'
import { currentForce } from '@/lib/config/current-force'
import type { SealedBoxRow } from './box'
import { CannotOpenError } from './cannot-open-error'
import { intakePairs } from './key-ring'
import { openWith } from './open-with'

/**
 * Opens a box with the intake key of this deployment that it is sealed to, of whichever epoch: every field, or only those in
 * `wanted`. Throws CannotOpenError.
 * Call it only after the audit row of the reading is committed.
 */
export async function openBox(
  box: SealedBoxRow,
  wanted?: readonly string[],
): Promise<Record<string, string>> {
  const pair = intakePairs(env().KEY_DIR).find(({ id }) => box.wraps.some(({ keyId }) => keyId === id))
  if (pair === undefined) throw new CannotOpenError()
  return openWith({ force: currentForce().id, pair }, box, wanted)
}
