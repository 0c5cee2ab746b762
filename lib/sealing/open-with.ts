import 'server-only'
import { FIELD_TABLE } from './box'
import type { SealedBoxRow } from './box'
import { CannotOpenError } from './cannot-open-error'
import type { KeyPair } from './key-ring'
import { associatedData, decrypt } from './suite'
import { openWrap } from './wrap'

/** Who opens: a key pair, and the force whose boxes it may open. */
export interface Opener {
  readonly force: string
  readonly pair: KeyPair
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
  const content = await openWrap(opener.pair, opener.force, box)
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
