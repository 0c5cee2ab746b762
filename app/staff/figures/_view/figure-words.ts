import { strandWords } from '@/components/staff/case-words'
import type { DistrictNames } from '@/components/staff/case-words'
import type { Speech } from '@/components/charts/chart-words'
import type { Answer, WhyHidden } from '@/lib/domain/figures/answer'
import { compare, intervalOfShare } from '@/lib/domain/figures/interval'
import type { FigureCell, FigureTable, FigureTableId } from '@/lib/domain/figures/tables'
import { nowhere } from '@/lib/domain/queue-filters'

/** What a page of figures is said with. */
export interface FigureWords {
  readonly speech: Speech
  /** Names of districts, as they were called when the months asked for ended. */
  readonly districts: DistrictNames
  /** The first and last month of a statistics year, in words. */
  readonly year: { readonly begins: string; readonly ends: string }
  /** The month that year begins with, from 1. */
  readonly yearBegins: number
}

/** Where the cases behind a cell are; undefined where it leads nowhere. */
export type LinkOf = (table: FigureTable, cell: Pick<FigureCell, 'key' | 'answer'>) => string | undefined

/** `April 2026`, or `Apr 2026`. */
export function saidMonth(month: string, { language }: Speech, length: 'long' | 'short' = 'long'): string {
  return new Intl.DateTimeFormat(language, { month: length, year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )
}

/** `April 2026`, or `April 2026 to June 2026`; or shorter, where there is little room. */
export function saidPeriod(
  [first = '', last = first]: readonly string[],
  speech: Speech,
  length: 'long' | 'short' = 'long',
): string {
  const [low, high] = [first, last].map((month) => saidMonth(month, speech, length))
  return first === last ? (low ?? '') : speech.t('charts.range', { low: low ?? '', high: high ?? '' })
}

/** `Apr`, or `Apr–Jun`; with the year, `Apr 24`, where months of several are side by side. */
export function shortPeriod(
  [first = '', last = first]: readonly string[],
  { language }: Speech,
  hasYear: boolean,
): string {
  const year = hasYear ? ({ year: '2-digit' } as const) : {}
  const short = (month: string) =>
    new Intl.DateTimeFormat(language, { month: 'short', ...year, timeZone: 'UTC' }).format(
      new Date(`${month}-01T00:00:00Z`),
    )
  return first === last ? short(first) : `${short(first)}–${short(last)}`
}

/** `Monday` of an ISO weekday. */
export function saidWeekday(day: string, { language }: Speech, length: 'long' | 'short'): string {
  // The fifth of January 1970 was a Monday.
  return new Intl.DateTimeFormat(language, { weekday: length, timeZone: 'UTC' }).format(
    new Date((Number(day) + 3) * 86_400_000),
  )
}

/** What a value of a table is called; what nobody has words for is said as it is kept. */
export function saidValue(id: FigureTableId, value: string, { speech, districts }: FigureWords): string {
  const { t } = speech
  const said = (key: string) => (t.has(key) ? t(key) : value.replaceAll('-', ' '))
  switch (id) {
    case 'district':
      return value === nowhere ? t('staff.queue.noDistrict') : (districts.get(value) ?? value)
    case 'strands':
      return strandWords(value, t)
    case 'channel':
      return said(`staff.channel.${value}`)
    case 'repeat':
      return said(`figures.table.repeat.${value}`)
    case 'promises':
      return said(`figures.outcome.${value}`)
    case 'time':
      return said(`figures.band.${value}`)
    case 'answers':
      return said(`figures.answer.${value}`)
    default:
      return said(`staff.disposition.${value}`)
  }
}

/** The number, or null where it is not shown. */
export function countOf(answer: Answer): number | null {
  return answer.shown ? answer.count : null
}

/** The same of a year before; undefined where nothing was counted then. */
export function countBefore(answer: Answer): number | null | undefined {
  return !answer.shown && answer.why === 'before-figures' ? undefined : countOf(answer)
}

/** How the total compares with the same months a year before, and with those just before, in a sentence for each. */
export function totalWords({ total, totalBefore, totalEarlier, months }: FigureTable, { t }: Speech): string {
  if (!total.shown) return t('figures.untold')
  const { count } = total
  const compared = (answer: Answer | null, when: 'compared' | 'earlier') =>
    answer?.shown === true
      ? t(`figures.${when}.${compare(count, answer.count)}`, { count, before: answer.count, months })
      : null
  const aYear = compared(totalBefore, 'compared') ?? t('figures.compared.alone', { count, months })
  return [aYear, compared(totalEarlier, 'earlier') ?? ''].join(' ').trim()
}

/** Why something of a table is not shown, each reason once. */
export function whyWords({ id, instead, cells, total }: FigureTable, words: FigureWords): string {
  const answers = [total, ...cells.map(({ answer }) => answer)]
  // A whole year would stand for the months that were asked, if there were one: no choice of months helps.
  const isWithout = isCrossed(id) && instead === undefined && answers.some(isOfYears)
  const others = isWithout ? answers.filter((answer) => !isOfYears(answer)) : answers
  const years = isWithout ? words.speech.t('figures.noWholeYear', words.year) : ''
  return [years, reasonWords(others, words)].filter((said) => said !== '').join(' ')
}

const isOfYears = (answer: Answer) => !answer.shown && answer.why === 'needs-whole-years'

/** Whether a table is of two things at once. */
const isCrossed = (id: FigureTableId) => id === 'week' || id === 'endings'

/** What is not shown of a table, together; empty where that is not told. */
export function restWords({ rest }: FigureTable, { t }: Speech): string {
  return rest === undefined ? '' : t('figures.rest', { count: rest })
}

/** Why some of these are not shown, each reason once. */
export function reasonWords(answers: readonly Answer[], { speech: { t }, year }: FigureWords): string {
  const reasons = new Set<WhyHidden>(answers.flatMap((answer) => (answer.shown ? [] : [answer.why])))
  return [...reasons].map((why) => t(`figures.why.${why}`, year)).join(' ')
}

/** One value's share of all that are told, with how sure that is; empty where it cannot be told. */
export function shareWords(table: FigureTable, value: string, { t, language }: Speech): string {
  const [part, whole] = [table.cells.find(({ key }) => key[0] === value)?.answer, table.total].map(
    (answer) => (answer === undefined ? null : countOf(answer)),
  )
  if (part === null || part === undefined || whole === null || whole === undefined || whole === 0) return ''
  const percent = (share: number) =>
    new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share)
  const { low, high } = intervalOfShare(part, whole)
  return t('figures.share', {
    part,
    whole,
    share: percent(part / whole),
    low: percent(low),
    high: percent(high),
  })
}

/** The fullest cell of those that are told, for whoever hears a picture: what is hidden may be more. */
export function mostWords(table: FigureTable, words: FigureWords): string {
  const { t } = words.speech
  const [most] = table.cells
    .flatMap(({ key, answer }) => (answer.shown && answer.count > 0 ? [{ key, count: answer.count }] : []))
    .toSorted((one, other) => other.count - one.count)
  if (most === undefined)
    return isNothing(table) ? t('figures.nothing', { months: table.months }) : t('figures.noneShown')
  const isAll = table.cells.every(({ answer }) => answer.shown)
  const said = { label: labelOf(table.id, most.key, words), count: most.count }
  return t(isAll ? 'figures.most' : 'figures.mostShown', said)
}

/** Whether all of it is told, and is none: of months without rows nothing is known. */
function isNothing({ cells }: FigureTable): boolean {
  return cells.length > 0 && cells.every(({ answer }) => answer.shown)
}

/** What a cell is of, in words. */
export function labelOf(id: FigureTableId, key: readonly string[], words: FigureWords): string {
  const { speech } = words
  const [first = '', second = ''] = key
  if (id === 'trend') return saidPeriod(key, speech)
  if (id === 'week') return `${saidWeekday(first, speech, 'long')}, ${speech.t(`figures.daypart.${second}`)}`
  if (id === 'endings') return `${saidValue('channel', first, words)}, ${saidValue('endings', second, words)}`
  return saidValue(id, first, words)
}
