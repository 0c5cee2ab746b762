import { countedTimes, promiseOutcomes, readTime } from './counted-times'
import type { OfTime } from './counted-times'
import { readMonths } from './received-months'
import { caseStatuses, channels, risks, submissionKinds } from './words'
import { workSets } from './work-sets'
import type { WorkSet } from './work-sets'
import type { CaseStatus, Channel, DistrictId, Risk, StrandId, SubmissionKind } from './words'

/** What a queue is narrowed to. Everything is in the address, so a view can be kept and passed on. */
export interface QueueFilters extends OfTime {
  readonly district?: DistrictId
  readonly strand?: StrandId
  readonly kind?: SubmissionKind
  /** How it came. */
  readonly channel?: Channel
  readonly risk?: Risk
  readonly status?: CaseStatus
  readonly holder?: 'mine' | 'nobody'
  /** `slow`: what came in a flood. */
  readonly lane?: 'slow' | 'usual'
  /** Sealed cases, which are in no other list. */
  readonly sealed?: 'yes'
  /** What somebody has not seen yet, or not since something came. */
  readonly fresh?: 'yes'
  /** What they have put off, which is in no other list. */
  readonly snoozed?: 'yes'
  /** Cases of one of the sets that the work page counts. */
  readonly set?: WorkSet
  /** The first and the last month (`YYYY-MM`) in which it came, or of what `of` says: both or neither. */
  readonly from?: string
  readonly until?: string
  /** Part of a reference or of an officer's name. */
  readonly find?: string
  /** The first page is 1. */
  readonly page: number
}

/** Vocabularies that come from the force's data. */
export interface KnownWords {
  readonly districts: readonly DistrictId[]
  readonly strands: readonly StrandId[]
  /** How cases end, where months are of that. */
  readonly dispositions?: readonly string[]
  /** The month it is (`YYYY-MM`), by the force's clocks: without it no months are read. */
  readonly thisMonth?: string
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** Filters that are a choice among some words, whatever months are asked for. */
type Choice = Exclude<keyof QueueFilters, keyof OfTime | 'from' | 'until' | 'find' | 'page'>
type Choices = { readonly [Name in Choice]-?: readonly NonNullable<QueueFilters[Name]>[] }

function choicesOf(known: KnownWords): Choices {
  return {
    district: [...known.districts, nowhere],
    strand: known.strands,
    kind: submissionKinds,
    channel: channels,
    risk: risks,
    status: caseStatuses,
    holder: ['mine', 'nobody'],
    lane: ['slow', 'usual'],
    sealed: ['yes'],
    fresh: ['yes'],
    snoozed: ['yes'],
    set: workSets,
  }
}

/** Reads filters from an address. What is not one of the known words is not refused: `passedOver` tells of it. */
export function readFilters(query: Query, known: KnownWords): QueueFilters {
  const one = (name: string) => (typeof query[name] === 'string' ? query[name] : undefined)
  const find = plain(one('find') ?? '')
  const months = readMonths(one('from'), one('until'), known.thisMonth)
  return {
    ...chosenIn(query, choicesOf(known)),
    ...(months === undefined ? {} : readTime(one, known.dispositions)),
    ...months,
    ...given('find', find === '' ? undefined : find),
    page: pageOf(one('page')),
  }
}

function chosenIn(query: Query, choices: Choices): Pick<QueueFilters, Choice> {
  const among = ([name, words]: [string, readonly string[]]) =>
    given(
      name,
      words.find((word) => word === query[name]),
    )
  return Object.assign({}, ...Object.entries(choices).map(among)) as Pick<QueueFilters, Choice>
}

/** A choice in an address that narrows nothing: `none` is known by that word, or `several` are asked for at once. */
export interface PassedOver {
  readonly name: Choice | keyof OfTime
  readonly why: 'none' | 'several'
}

/** The choices in an address that `readFilters` does not take. What goes with one kind of months alone is looked at beside that kind. */
export function passedOver(query: Query, known: KnownWords): readonly PassedOver[] {
  const choices = {
    ...choicesOf(known),
    of: countedTimes,
    ...(query.of === 'promised' ? { outcome: promiseOutcomes } : {}),
    ...(query.of === 'closed' ? { disposition: known.dispositions ?? [] } : {}),
  }
  return Object.entries(choices).flatMap(([name, words]: [string, readonly string[]]) => {
    const asked = [query[name] ?? []].flat().filter((word) => word.trim() !== '')
    const isTaken = asked.length === 0 || words.some((word) => word === query[name])
    return isTaken ? [] : [{ name: name as PassedOver['name'], why: asked.length > 1 ? 'several' : 'none' }]
  })
}

/** The filter for cases whose district nobody knows. */
export const nowhere = 'unknown'

/** The query string of some filters, without what is not set and without the first page. */
export function writeFilters(filters: QueueFilters): string {
  const { page, ...words } = filters
  const query = new URLSearchParams(words)
  if (page > 1) query.set('page', String(page))
  return query.toString()
}

function given<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Partial<Record<K, V>>)
}

/** What PostgreSQL can compare: without control characters or halves of characters. */
function plain(text: string): string {
  return text
    .replace(/\p{Cc}/gu, '')
    .slice(0, 60)
    .toWellFormed()
    .trim()
}

function pageOf(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,3}$/u.test(text) ? Number(text) : 1
}
