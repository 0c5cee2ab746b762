import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import type { SealedBoxRow } from './box'
import { openWith } from './open-with'
import { reporterKeyPair } from './reporter-key'

/**
 * Opens a box that was also sealed to whoever holds a return code, with their own key: the intake key is not needed and
 * not read. Throws CannotOpenError.
 */
export async function openAsReporter(
  box: SealedBoxRow,
  submissionId: string,
  privateKey: Uint8Array,
): Promise<Record<string, string>> {
  const pair = await reporterKeyPair(submissionId, privateKey)
  return openWith({ force: currentForce().id, pair }, box)
}
