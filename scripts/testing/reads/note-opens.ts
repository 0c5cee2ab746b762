import { z } from 'zod'

/** A data key that was taken out of its wrap: from here on what it seals can be read. */
export interface Opened {
  /** Milliseconds, by the machine's clock, whatever the product takes for now. */
  readonly at: number
  readonly box: string
  readonly purpose: string
  /** The key pair it was opened with. */
  readonly key: string
}

interface Sodium {
  crypto_box_seal_open: (...args: never[]) => unknown
}

/** What lib/sealing/wrap.ts seals beside the data key, which is not looked at. */
const content = z.object({ boxId: z.string(), purpose: z.string(), keyId: z.string() })
// The clock of the machine, before a test puts another in its place.
const clock = Date.now
const hooked = new WeakSet()

/**
 * Has every data key that libsodium opens from now on noted, whoever of the product's code asked for it: whatever reads has to come by here. The
 * product knows nothing of it.
 */
export function noteOpens(sodium: Sodium, note: (opened: Opened) => void): void {
  if (hooked.has(sodium)) return
  hooked.add(sodium)
  const real = sodium.crypto_box_seal_open
  sodium.crypto_box_seal_open = (...args) => {
    const text = real.apply(sodium, args)
    if (typeof text !== 'string')
      throw new Error('A wrap was opened in a way that the proof of reads does not know.')
    const { boxId, purpose, keyId } = content.parse(JSON.parse(text))
    note({ at: clock(), box: boxId, purpose, key: keyId })
    return text
  }
}
