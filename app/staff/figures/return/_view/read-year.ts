import 'server-only'
import type { Actor } from '@/lib/domain/policy'
import { wholeYears } from '@/lib/queries/published-figures'

/** The statistics years there is a table of, the latest first, and which is asked for: the latest where none is. */
export interface AskedYear {
  readonly years: readonly number[]
  /** Null: there is none of that name. */
  readonly year: number | null
}

/** Which year an address asks for; null where there is none yet. */
export async function readYear(
  actor: Actor,
  asked: string | string[] | undefined,
): Promise<AskedYear | null> {
  const years = await wholeYears(actor, 'offence')
  if (years.length === 0) return null
  if (asked === undefined || asked === '') return { years, year: years[0] ?? null }
  return { years, year: years.find((one) => String(one) === asked) ?? null }
}
