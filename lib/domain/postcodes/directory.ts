import type { Force } from '../force'
import { parsePostcode } from '../postcode'
import type { DistrictId } from '../words'

/** Which columns of the directory hold what. */
export interface DirectoryColumns {
  readonly postcode: number
  readonly code: number
}

/** As the Office for National Statistics has named them over the years, the best first. */
const postcodeNames = ['pcds', 'pcd', 'pcd8', 'pcd7', 'pcd2']
const codeName = /^(oslaua|laua|lad\d\dcd)$/iu

/** The columns of a directory by the names in its first row; null where one is missing. */
export function columnsOf(header: readonly string[]): DirectoryColumns | null {
  const names = header.map((name) =>
    name
      .replace(/^\uFEFF/u, '')
      .trim()
      .toLowerCase(),
  )
  const postcode = postcodeNames.map((name) => names.indexOf(name)).find((at) => at >= 0)
  const code = names.findIndex((name) => codeName.test(name))
  return postcode === undefined || code < 0 ? null : { postcode, code }
}

/** A postcode that is kept: without a space, and its district; null: another force's. */
export interface KeptPostcode {
  readonly postcode: string
  readonly district: DistrictId | null
}

/** Reads a row: what is kept of it, `elsewhere` where the force's table says nothing of its first half, `unreadable` where it is no postcode. */
export function rowReader(
  { districts, outcodes }: Pick<Force, 'districts' | 'outcodes'>,
  { postcode, code }: DirectoryColumns,
): (row: readonly string[]) => KeptPostcode | 'elsewhere' | 'unreadable' {
  const byCode = new Map(districts.map((district) => [district.code, district.id]))
  return (row) => {
    const { unit = null, outcode = '' } = parsePostcode(row[postcode] ?? '') ?? {}
    if (unit === null) return 'unreadable'
    if (!Object.hasOwn(outcodes, outcode)) return 'elsewhere'
    return { postcode: unitKey(unit), district: byCode.get((row[code] ?? '').trim()) ?? null }
  }
}

/** A whole postcode as the table has it. */
export function unitKey(unit: string): string {
  return unit.replaceAll(' ', '')
}

/** What was read of a file. */
export interface DirectoryCount {
  readonly read: number
  readonly unreadable: number
  readonly kept: number
  /** Of those kept, in a district of this force. */
  readonly own: number
}

/**
 * Why a file is not taken; null: it is. `before`: how many postcodes the edition has that is loaded. Postcodes that ended stay in the directory, so
 * that an edition with far fewer was cut off.
 */
export function directoryFault(
  { read, unreadable, kept, own }: DirectoryCount,
  before: number,
  mayBeFewer: boolean,
): 'empty' | 'unreadable' | 'not-this-force' | 'fewer' | null {
  if (read === 0) return 'empty'
  if (unreadable * 10 > read) return 'unreadable'
  if (own === 0) return 'not-this-force'
  return !mayBeFewer && kept < before * 0.95 ? 'fewer' : null
}
