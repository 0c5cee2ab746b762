import { readTime } from './counted-times'
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

/** Reads filters from an address. What is not one of the known words is passed over, not refused. */
export function readFilters(query: Query, known: KnownWords): QueueFilters {
  const one = (name: string) => (typeof query[name] === 'string' ? query[name] : undefined)
  const among = <T extends string>(name: string, words: readonly T[]) =>
    words.find((word) => word === one(name))
  const find = plain(one('find') ?? '')
  const months = readMonths(one('from'), one('until'), known.thisMonth)
  return {
    ...given('district', among('district', [...known.districts, nowhere])),
    ...given('strand', among('strand', known.strands)),
    ...given('kind', among('kind', submissionKinds)),
    ...given('channel', among('channel', channels)),
    ...given('risk', among('risk', risks)),
    ...given('status', among('status', caseStatuses)),
    ...given('holder', among('holder', ['mine', 'nobody'] as const)),
    ...given('lane', among('lane', ['slow', 'usual'] as const)),
    ...given('sealed', among('sealed', ['yes'] as const)),
    ...given('fresh', among('fresh', ['yes'] as const)),
    ...given('snoozed', among('snoozed', ['yes'] as const)),
    ...given('set', among('set', workSets)),
    ...(months === undefined ? {} : readTime(one, known.dispositions)),
    ...months,
    ...given('find', find === '' ? undefined : find),
    page: pageOf(one('page')),
  }
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
