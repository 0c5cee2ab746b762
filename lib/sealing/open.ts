import 'server-only'
import { env } from '@/lib/config/env'
import { currentForce } from '@/lib/config/current-force'
import type { SealedBoxRow } from './box'
import { keyPair } from './key-ring'
import { openWith } from './open-with'

/**
 * Opens a box with this deployment's intake key: every field, or only those in `wanted`. Throws CannotOpenError.
 * Call it only after the audit row of the reading is committed.
 */
export async function openBox(
  box: SealedBoxRow,
  wanted?: readonly string[],
): Promise<Record<string, string>> {
  return openWith({ force: currentForce().id, pair: keyPair(env().KEY_DIR) }, box, wanted)
}
