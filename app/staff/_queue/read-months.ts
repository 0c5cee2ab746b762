import type { TypedMonths } from '@/components/staff/queue-months-fields'
import { readTime } from '@/lib/domain/counted-times'
import type { KnownWords } from '@/lib/domain/queue-filters'

export type Query = Readonly<Record<string, string | string[] | undefined>>

/** What was typed for the months of a queue, and chosen with them. */
export function readTypedMonths(query: Query, { dispositions }: KnownWords): TypedMonths {
  const chosen = readTime((name) => textOf(query[name]), dispositions)
  return { from: textOf(query.from), until: textOf(query.until), ...chosen }
}

/** As little as an address can hold. Of a field that is there more than once it is the first. */
function textOf(value: string | string[] | undefined): string {
  const text = (typeof value === 'string' ? value : value?.[0]) ?? ''
  return text
    .replace(/\p{Cc}/gu, '')
    .slice(0, 60)
    .toWellFormed()
    .trim()
}
