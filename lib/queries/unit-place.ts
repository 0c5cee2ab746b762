import 'server-only'
import { tier } from '@/lib/config/env'
import { deskDb, publicDb } from '@/lib/db/client'
import type { UnitPlace } from '@/lib/domain/place'
import { parsePostcode } from '@/lib/domain/postcode'
import { unitKey } from '@/lib/domain/postcodes/directory'

/** Where a whole postcode lies, out of the directory; null for a first half, what is no postcode, and one that is not loaded. */
export async function unitPlace(postcode: string): Promise<UnitPlace | null> {
  const unit = parsePostcode(postcode)?.unit ?? null
  if (unit === null) return null
  const db = tier() === 'staff' ? deskDb() : publicDb()
  const [row] = await db.$queryRaw<{ district: string | null }[]>`
    SELECT district FROM unit_place(${unitKey(unit)})`
  return row === undefined ? null : { unit, district: row.district }
}
