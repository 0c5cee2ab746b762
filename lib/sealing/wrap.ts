import 'server-only'
import { z } from 'zod'
import { CannotOpenError } from './cannot-open-error'
import { canonicalJson } from './canonical-json'
import type { KeyPair, PublicKey } from './key-ring'
import { loadSodium } from './sodium'
import { SUITE } from './suite'

/** A data key as it lies in the database: sealed to one key pair. */
export interface Wrap {
  readonly keyId: string
  readonly wrap: Uint8Array
}

const wrapContent = z.object({
  boxId: z.string(),
  fields: z.array(z.string()),
  force: z.string(),
  key: z.base64(),
  keyId: z.string(),
  purpose: z.string(),
  suite: z.number(),
})

/** What is sealed in a wrap: the data key and what it belongs to. */
export type WrapContent = z.infer<typeof wrapContent>

/** Seals a data key, and what it belongs to, to a public key. */
export async function makeWrap(content: Omit<WrapContent, 'keyId'>, to: PublicKey): Promise<Wrap> {
  const sodium = await loadSodium()
  const sealed = sodium.crypto_box_seal(canonicalJson({ ...content, keyId: to.id }), to.publicKey)
  return { keyId: to.id, wrap: new Uint8Array([SUITE, ...sealed]) }
}

/** Which box a wrap must be of. */
export interface WrappedBox {
  readonly id: string
  readonly purpose: string
  readonly suite: number
  readonly wraps: readonly Wrap[]
}

/** What the wrap for a key pair holds. Throws CannotOpenError where there is none, or where it is not what the box's row claims. */
export async function openWrap(pair: KeyPair, force: string, box: WrappedBox): Promise<WrapContent> {
  const sodium = await loadSodium()
  const wrap = box.wraps.find(({ keyId }) => keyId === pair.id)?.wrap
  if (wrap?.[0] !== SUITE) throw new CannotOpenError()
  let content: WrapContent
  try {
    const text = sodium.crypto_box_seal_open(wrap.subarray(1), pair.publicKey, pair.privateKey, 'text')
    content = wrapContent.parse(JSON.parse(text))
  } catch {
    throw new CannotOpenError()
  }
  const same =
    content.boxId === box.id &&
    content.purpose === box.purpose &&
    content.suite === box.suite &&
    content.force === force &&
    content.keyId === pair.id
  if (!same) throw new CannotOpenError()
  return content
}
