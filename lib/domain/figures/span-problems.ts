import { longestMonths, monthsBetween, readMonth } from './statistics-year'

/** `no-month`: it is no month; `reversed`: the end is before the beginning; `future`: the month is yet to come; `too-long`: more than ten years. */
export type SpanProblem = 'no-month' | 'reversed' | 'future' | 'too-long'

/** What is wrong with a first and a last month as they were typed, by the names of the two fields. */
export function problemsOfSpan<Field extends string>(
  typed: Readonly<Record<Field, string>>,
  thisMonth: string,
): readonly { readonly field: Field; readonly code: SpanProblem }[] {
  const months = (Object.entries(typed) as [Field, string][]).map(([field, text]) => ({
    ...{ field, month: readMonth(text) },
  }))
  const wrong = (code: SpanProblem, fields: typeof months) => fields.map(({ field }) => ({ field, code }))
  const isNone = months.filter(({ month }) => month === null)
  if (isNone.length > 0) return wrong('no-month', isNone)
  const isFuture = months.filter(({ month }) => month !== null && month > thisMonth)
  if (isFuture.length > 0) return wrong('future', isFuture)
  const [first, last] = months
  const { length } = monthsBetween(first?.month ?? '', last?.month ?? '')
  if (length === 0) return wrong('reversed', months.slice(1))
  return length > longestMonths ? wrong('too-long', months.slice(0, 1)) : []
}
