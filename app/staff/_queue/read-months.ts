import type { TypedMonths } from '@/components/staff/queue-months-fields'
import { readTime } from '@/lib/domain/counted-times'
import type { KnownWords } from '@/lib/domain/queue-filters'
import { problemsOfMonths } from '@/lib/domain/received-months'
import type { Translate } from '@/lib/i18n/translate'

type Query = Readonly<Record<string, string | string[] | undefined>>

/**
 * What was typed for the months of a queue and chosen with them, and what is wrong with it. A queue is not narrowed to what is wrong, and says so:
 * also where what was in some months is chosen, and no month is.
 */
export function readTypedMonths(
  query: Query,
  { thisMonth = '', dispositions }: KnownWords,
  t: Translate,
): TypedMonths {
  const [from, until] = [textOf(query.from), textOf(query.until)]
  const chosen = readTime((name) => textOf(query[name]), dispositions)
  const isOfNone = chosen.of !== undefined && from === '' && until === ''
  const problems = problemsOfMonths(from, until, thisMonth)
  return {
    typed: { from, until, ...chosen },
    problems: new Map([
      ...problems.map(({ field, code }) => [field, t(`behind.problem.${code}`)] as const),
      ...(isOfNone ? [['from', t(`behind.problem.of-none.${chosen.of}`)] as const] : []),
    ]),
  }
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
