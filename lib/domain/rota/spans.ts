import type { Shift } from '../officer-facts'

/** Spans in order, those that overlap or touch as one. Empty ones are left out. */
export function merged(spans: readonly Shift[]): readonly Shift[] {
  const sorted = spans
    .filter(({ startsAt, endsAt }) => endsAt > startsAt)
    .toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
  const result: Shift[] = []
  for (const span of sorted) {
    const last = result.at(-1)
    if (last === undefined || span.startsAt > last.endsAt) result.push(span)
    else if (span.endsAt > last.endsAt)
      result[result.length - 1] = { startsAt: last.startsAt, endsAt: span.endsAt }
  }
  return result
}

/** What is left of `spans` outside `taken`. */
export function without(spans: readonly Shift[], taken: readonly Shift[]): readonly Shift[] {
  const holes = merged(taken)
  let next = 0
  return merged(spans).flatMap((span) => {
    const left: Shift[] = []
    let from = span.startsAt
    while (next < holes.length && (holes[next]?.endsAt ?? from) <= from) next += 1
    for (let at = next; at < holes.length; at += 1) {
      const hole = holes[at]
      if (hole === undefined || hole.startsAt >= span.endsAt) break
      if (hole.startsAt > from) left.push({ startsAt: from, endsAt: hole.startsAt })
      if (hole.endsAt > from) from = hole.endsAt
    }
    return from < span.endsAt ? [...left, { startsAt: from, endsAt: span.endsAt }] : left
  })
}

/** The part of each span between two times. */
export function within(spans: readonly Shift[], from: Date, to: Date): readonly Shift[] {
  return spans.flatMap(({ startsAt, endsAt }) => {
    const start = startsAt > from ? startsAt : from
    const end = endsAt < to ? endsAt : to
    return end > start ? [{ startsAt: start, endsAt: end }] : []
  })
}

/** How long spans are together, in milliseconds. */
export function lengthOf(spans: readonly Shift[]): number {
  return spans.reduce((sum, { startsAt, endsAt }) => sum + endsAt.getTime() - startsAt.getTime(), 0)
}
