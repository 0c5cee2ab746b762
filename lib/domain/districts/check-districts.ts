import { Temporal } from 'temporal-polyfill'
import type { District, Force } from '../force'

/** What is wrong with a force's districts over time, in words for whoever keeps its data; empty: nothing. */
export function districtFaults({ districts }: Pick<Force, 'districts'>): readonly string[] {
  return districts.flatMap((one) => [
    ...faultsOfDays(one),
    ...faultsOfNames(one),
    ...faultsOfNext(one, districts),
  ])
}

function faultsOfDays({ id, from, until, becomes }: District): readonly string[] {
  const days = [from, until].filter((day) => day !== undefined)
  return [
    ...days.filter((day) => !isDay(day)).map((day) => `${id}: ${day} is no day`),
    ...(from !== undefined && until !== undefined && until < from ? [`${id} ends before it begins`] : []),
    ...(until === undefined && becomes !== undefined ? [`${id} becomes another and does not end`] : []),
    ...(until !== undefined && (becomes ?? []).length === 0 ? [`${id} ends and becomes nothing`] : []),
  ]
}

function faultsOfNames({ id, from = '', until = '9999', names = [] }: District): readonly string[] {
  return names.flatMap((one, at) => [
    ...(isDay(one.from) ? [] : [`${id}: ${one.from} is no day`]),
    ...(one.from <= (names[at - 1]?.from ?? '') ? [`${id}: its names are not in order`] : []),
    ...(one.from < from || one.from > until ? [`${id} has a name on days when it is not there`] : []),
    ...(one.name.trim() === '' ? [`${id} has a name without a letter`] : []),
  ])
}

/** What it becomes is there the day after it ended, is no other twice, and never leads back. */
function faultsOfNext(one: District, all: readonly District[]): readonly string[] {
  const { id, until, becomes = [] } = one
  return becomes.flatMap((next) => {
    const found = all.find((other) => other.id === next)
    if (found === undefined) return [`${id} becomes ${next}, which is no district`]
    if (leadsBack(found, id, all, new Set())) return [`${id} becomes ${next}, which leads back to it`]
    const after = until !== undefined && isDay(until) ? dayAfter(until) : ''
    const isThere = (found.from ?? '') <= after && (found.until === undefined || after <= found.until)
    return [
      ...(isThere ? [] : [`${id} becomes ${next}, which is not there on the day after`]),
      ...(becomes.indexOf(next) === becomes.lastIndexOf(next) ? [] : [`${id} becomes ${next} twice`]),
    ]
  })
}

function leadsBack(from: District, id: string, all: readonly District[], seen: Set<string>): boolean {
  if (from.id === id) return true
  if (seen.has(from.id)) return false
  seen.add(from.id)
  return (from.becomes ?? []).some((next) =>
    all.some((one) => one.id === next && leadsBack(one, id, all, seen)),
  )
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}
