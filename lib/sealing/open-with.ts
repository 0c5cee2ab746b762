import 'server-only'
import { z } from 'zod'
import { FIELD_TABLE } from './box'
import type { SealedBoxRow } from './box'
import { CannotOpenError } from './cannot-open-error'
import type { KeyPair } from './key-ring'
import { loadSodium } from './sodium'
import { SUITE, associatedData, decrypt } from './suite'

/** Who opens: a key pair, and the force whose boxes it may open. */
export interface Opener {
  readonly force: string
  readonly pair: KeyPair
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
type WrapContent = z.infer<typeof wrapContent>

async function openWrap(opener: Opener, box: SealedBoxRow): Promise<WrapContent> {
  const sodium = await loadSodium()
  const wrap = box.wraps.find(({ keyId }) => keyId === opener.pair.id)?.wrap
  if (wrap?.[0] !== SUITE) throw new CannotOpenError()
  try {
    const { publicKey, privateKey } = opener.pair
    const text = sodium.crypto_box_seal_open(wrap.subarray(1), publicKey, privateKey, 'text')
    return wrapContent.parse(JSON.parse(text))
  } catch {
    throw new CannotOpenError()
  }
}

/** What was sealed with the key must be what the row now claims. */
function checkContext(content: WrapContent, opener: Opener, box: SealedBoxRow): void {
  const same =
    content.boxId === box.id &&
    content.purpose === box.purpose &&
    content.suite === box.suite &&
    content.force === opener.force &&
    content.keyId === opener.pair.id
  if (!same) throw new CannotOpenError()
}

function newest(box: SealedBoxRow, field: string): SealedBoxRow['fields'][number] {
  const [first, ...others] = box.fields.filter((row) => row.field === field)
  if (!first) throw new CannotOpenError()
  return others.reduce((best, row) => (row.version > best.version ? row : best), first)
}

/** Opens with the given key pair: every field, or only those in `wanted`. Throws CannotOpenError. */
export async function openWith(
  opener: Opener,
  box: SealedBoxRow,
  wanted?: readonly string[],
): Promise<Record<string, string>> {
  const content = await openWrap(opener, box)
  checkContext(content, opener, box)
  const key = Buffer.from(content.key, 'base64')
  // The list of fields is inside the wrap, so that a field taken out of the table is noticed.
  const opened = await Promise.all(
    (wanted ?? content.fields).map(async (field) => {
      const row = newest(box, field)
      const context = { force: opener.force, table: FIELD_TABLE, id: box.id, field, version: row.version }
      const text = await decrypt(row.ciphertext, associatedData(context), key)
      return [field, Buffer.from(text).toString('utf8')] as const
    }),
  )
  key.fill(0)
  return Object.fromEntries(opened)
}
