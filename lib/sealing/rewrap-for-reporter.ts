import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { CannotOpenError } from './cannot-open-error'
import { intakePairs } from './key-ring'
import type { PublicKey } from './key-ring'
import { rewrap } from './rewrap'
import type { WrappedBox } from './wrap'

/** The data keys of boxes, sealed to a reporter's new key as well. No word in them is opened. Throws CannotOpenError where one cannot be. */
export async function rewrapForReporter(
  boxes: readonly WrappedBox[],
  reporter: PublicKey,
): Promise<readonly { readonly boxId: string; readonly wrap: Uint8Array }[]> {
  const pairs = intakePairs(env().KEY_DIR)
  return Promise.all(
    boxes.map(async (box) => {
      const made = await rewrap(pairs, currentForce().id, box, reporter)
      if (made === null) throw new CannotOpenError()
      return { boxId: box.id, wrap: made.wrap }
    }),
  )
}
