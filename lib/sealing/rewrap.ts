import 'server-only'
import { CannotOpenError } from './cannot-open-error'
import type { KeyPair, PublicKey } from './key-ring'
import { makeWrap, openWrap } from './wrap'
import type { Wrap, WrappedBox } from './wrap'

/**
 * The data key of a box, sealed to another public key as well, made with the first of `pairs` that opens it. What was sealed
 * with it is neither read nor changed. Null where none of them opens it.
 */
export async function rewrap(
  pairs: readonly KeyPair[],
  force: string,
  box: WrappedBox,
  to: PublicKey,
): Promise<Wrap | null> {
  for (const pair of pairs) {
    try {
      return await makeWrap(await openWrap(pair, force, box), to)
    } catch (error) {
      if (!(error instanceof CannotOpenError)) throw error
    }
  }
  return null
}
