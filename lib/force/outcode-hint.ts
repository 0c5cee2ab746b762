import type { OutcodeHint } from '@/lib/domain/force'
import type { DistrictId } from '@/lib/domain/words'

/** An outcode that lies in these districts, the main one first, and also in the areas of `others`. */
export function within(districts: readonly DistrictId[], others: readonly string[] = []): OutcodeHint {
  return { districts, others }
}

/** Outcodes that lie wholly in other forces' areas although their postcode area is shared with this force. */
export function elsewhere(
  others: readonly string[],
  outcodes: string,
): Readonly<Record<string, OutcodeHint>> {
  return Object.fromEntries(outcodes.split(' ').map((outcode) => [outcode, { districts: [], others }]))
}
