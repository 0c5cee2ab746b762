import 'server-only'
import type { SealedBoxRow } from './box'
import { CannotOpenError } from './cannot-open-error'
import { canonicalJson } from './canonical-json'
import type { KeyPair } from './key-ring'
import { openWith } from './open-with'
import { rewrap } from './rewrap'
import { loadSodium } from './sodium'

/** A key pair for one drill, in memory alone. */
export async function drillPair(): Promise<KeyPair> {
  const sodium = await loadSodium()
  const { publicKey, privateKey } = sodium.crypto_box_keypair()
  return { id: 'drill', publicKey, privateKey }
}

/**
 * Whether the recovery key opens a box, and a key made for the drill, to which it wraps the data key anew, opens it to the same bytes; and so
 * does every online key there is for it. Nothing of what was opened leaves this function.
 */
export async function drillBox(
  keys: { readonly recovery: KeyPair; readonly drill: KeyPair; readonly online: readonly KeyPair[] },
  force: string,
  box: SealedBoxRow,
): Promise<boolean> {
  try {
    const wrap = await rewrap([keys.recovery], force, box, keys.drill)
    if (wrap === null) return false
    const wraps = [...box.wraps, wrap]
    const openers = [keys.drill, ...keys.online.filter(({ id }) => wraps.some(({ keyId }) => keyId === id))]
    const expected = canonicalJson(await openWith({ force, pair: keys.recovery }, box))
    for (const pair of openers) {
      const opened = canonicalJson(await openWith({ force, pair }, { ...box, wraps }))
      if (opened !== expected) return false
    }
    return true
  } catch (error) {
    if (error instanceof CannotOpenError) return false
    throw error
  }
}
