import { randomUUID } from 'node:crypto'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, expect, it } from 'vitest'
import { demonstrationOfficer } from '@/e2e/factories/demonstration-officer'
import { plainCount } from '@/e2e/factories/plain-counts'
import { asOf } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import type { Answer } from '@/lib/domain/figures/answer'
import { strandDimensions } from '@/lib/domain/figures/measures'
import type { Measure } from '@/lib/domain/figures/measures'
import type { Filter, Question } from '@/lib/domain/figures/question'
import { addMonths, monthsBetween } from '@/lib/domain/figures/statistics-year'
import type { FigureTable, FigureTableId } from '@/lib/domain/figures/tables'
import type { Actor } from '@/lib/domain/policy'
import { channels, risks } from '@/lib/domain/words'
import { translator } from '@/lib/i18n/translate'
import { answerEach, answerFigures } from '@/lib/queries/answer-figures'
import { seedMany } from '@/prisma/many/seed-many'
import { chance } from '@/scripts/testing/figures/chance'
import { ownDatabase } from '@/scripts/testing/own-database'
import { FigureCharts } from './_view/figure-page'
import { labelOf, saidMonth, saidPeriod, saidValue, saidWeekday } from './_view/figure-words'
import type { FigureWords } from './_view/figure-words'
import { figureFile } from './_view/figure-rows'
import { figureWords } from './_view/force-words'
import { asCsv, asOds } from './_view/file-forms'
import { readReport } from './_view/read-report'
import { Report } from './_view/report'
import { ReportTables } from './_view/report-tables'
import { waitWords } from './_view/wait-words'

// All cases of the force are counted: these alone.
await ownDatabase()

const until = Temporal.ZonedDateTime.from('2026-11-22T12:00[Europe/London]')
const asked = 200
const t = translator('en')
const supervisor: Actor = { id: randomUUID(), name: 'Test', role: 'supervisor', districts: [] }

beforeAll(async () => {
  await demonstrationOfficer('agree@example.test', 'watford')
  await ownerDb().account.create({
    data: { id: supervisor.id, email: 'seer@example.test', name: 'Test', role: 'supervisor' },
  })
  await asOf(new Date(until.epochMilliseconds), () =>
    seedMany({ cases: 12_000, seed: 3, until, say: () => undefined }),
  )
})

const random = chance(11)
const below = (limit: number) => Math.floor(random() * limit)
const one = <T>(list: readonly T[]): T => list[below(list.length)] as T

function randomQuestion(): Question {
  const start = addMonths('2017-04', below(8) * 12)
  const isWhole = random() < 0.6
  const from = isWhole ? start : addMonths(start, below(12))
  const to = isWhole ? addMonths(start, 11 + 12 * below(2)) : addMonths(from, below(11))
  const force = currentForce()
  const filters: readonly Filter[] = [
    { dimension: 'district', value: one(force.districts).id },
    { dimension: one(strandDimensions(force)), value: 'yes' },
    { dimension: 'channel', value: one(channels) },
    { dimension: 'risk', value: one(risks) },
  ]
  const first = one(filters)
  const chosen = random() < 0.4 ? [] : random() < 0.7 ? [first] : [...new Set([first, one(filters)])]
  return { from, to, filters: chosen }
}

/** What stands in tables: of each row its cells. */
function rowsIn(html: string): readonly (readonly string[])[] {
  return [...html.matchAll(/<tr.*?<\/tr>/gu)].map(([row]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gu)].map(([, cell = '']) =>
      plain(cell.replaceAll(/<[^>]*>/gu, '')),
    ),
  )
}

/** What stands in the tables behind the pictures of the page. */
function onScreen(tables: ReadonlyMap<FigureTableId, FigureTable>, { to }: Question) {
  const tiles = new Map(currentForce().districts.map(({ id, tile }) => [id, tile]))
  const page = createElement(FigureCharts, {
    ...{ tables, words: figureWords(t, to), tiles, waits: waitWords(t, currentForce()), query: '' },
  })
  const html = renderToStaticMarkup(page)
  return new Map(
    [...html.matchAll(/<figure id="(\w+)".*?<\/figure>/gu)].map(([figure, id = '']) => [id, rowsIn(figure)]),
  )
}

/** What stands in the tables of the report, of a month and of longer. */
function onPaper(
  month: ReadonlyMap<FigureTableId, FigureTable>,
  year: ReadonlyMap<FigureTableId, FigureTable>,
  words: FigureWords,
) {
  const headings = { month: 'Month', year: 'Year' }
  return sectionsIn(
    renderToStaticMarkup(createElement(ReportTables, { month, year, headings, pictures: new Map(), words })),
  )
}

function sectionsIn(html: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  return new Map(
    [...html.matchAll(/<section.*? aria-labelledby="(\w+)-title".*?<\/section>/gu)].map(
      ([section, id = '']) => [id, rowsIn(section)],
    ),
  )
}

/** What the report has to say of a table of a month and of longer. */
function linesOf(inMonth: FigureTable | undefined, inYear: FigureTable, words: FigureWords) {
  const said = (answer: Answer | undefined) =>
    answer?.shown === true
      ? number(answer.count)
      : answer?.why === 'before-figures'
        ? '–'
        : t('figures.hidden')
  const line = (label: string, ...answers: readonly (Answer | undefined)[]) => [label, ...answers.map(said)]
  const { id, total, totalBefore, cells } = inYear
  return [
    line(t('figures.column.all'), inMonth?.total, inMonth?.totalBefore, total, totalBefore),
    ...cells.flatMap(({ key, answer, before }) => {
      const cell = inMonth?.cells.find((other) => other.key.join('|') === key.join('|'))
      return cell === undefined
        ? []
        : [line(labelOf(id, key, words), cell.answer, cell.before, answer, before)]
    }),
  ]
}

/** Where the number of a cell stands on the screen. */
function shownOf(
  id: FigureTableId,
  key: readonly string[],
  rows: readonly (readonly string[])[],
  words: FigureWords,
) {
  const [first = '', second = ''] = key
  if (id === 'week') {
    const at = rows[0]?.indexOf(t(`figures.daypart.${second}`)) ?? -1
    return rows.find(([day]) => day === saidWeekday(first, words.speech, 'long'))?.[at]
  }
  if (id === 'endings') {
    const [from, to] = [saidValue('channel', first, words), saidValue('endings', second, words)]
    return rows.find((row) => row[0] === from && row[1] === to)?.[2]
  }
  const name = labelOf(id, key, words)
  return rows.find(([label]) => label === name)?.[1]
}

const numbers = new Intl.NumberFormat('en-GB')
const number = (count: number) => numbers.format(count)

it(
  `${String(asked)} questions have the same numbers on the page, on paper, in both files and in a plain count`,
  { timeout: 300_000 },
  async () => {
    const counted = { now: 0, before: 0, earlier: 0 }
    for (let left = asked; left > 0; left -= 1) {
      const question = randomQuestion()
      const tables = await answerFigures(supervisor, question)
      const words = figureWords(t, question.to)
      const file = figureFile(tables, question, words, { minimum: 5, last: '2026-10' })
      const csv: string[][] = parse(asCsv(file, t), { bom: true })
      const ods = odsRows(asOds(file, t))
      const cells = file.rows.map((row) => row.map(String))
      expect(csv.slice(1, cells.length + 1)).toEqual(cells)
      expect(ods.slice(1, cells.length + 1)).toEqual(cells)
      const month = await answerFigures(supervisor, { ...question, from: question.to })
      const [screen, paper] = [onScreen(tables, question), onPaper(month, tables, words)]
      expect(paper.size).toBe(7)
      const counts = cells.map((cell) => cell[5])
      const earlier = cells.map((cell) => cell[7])
      const months = cells
        .slice(1 + (tables.get('trend')?.cells.length ?? 0))
        .map((cell) => [cell[2], cell[3]])
      const tally: Tally = { totals: new Set(), now: 0, before: 0, earlier: 0 }
      for (const [id, table] of tables) {
        if (paper.has(id)) expect(paper.get(id)?.slice(1)).toEqual(linesOf(month.get(id), table, words))
        const answers = [table.total, ...table.cells.map(({ answer }) => answer)]
        const { totalEarlier } = table
        expect(earlier.splice(0, answers.length)).toEqual([
          totalEarlier === null ? '' : saidOf(totalEarlier),
          ...table.cells.map(() => ''),
        ])
        expect(counts.splice(0, answers.length)).toEqual(answers.map(saidOf))
        if (id !== 'trend')
          expect(months.splice(0, answers.length)).toEqual(answers.map(() => monthsIn(table, question)))
        expectOnScreen(table, screen.get(id) ?? [], words)
        await countPlainly({ ...question, ...table.instead }, table, tally)
      }
      expect(counts).toEqual([])
      counted.now += tally.now
      counted.before += tally.before
      counted.earlier += tally.earlier
    }
    // Hiding everything would be no way to agree.
    expect(counted.now).toBeGreaterThan(asked * 6)
    expect(counted.before).toBeGreaterThan(asked * 5)
    expect(counted.earlier).toBeGreaterThan(asked)
  },
)

it('a report has the month and the year so far below their names, as a plain count has them', async () => {
  let counted = 0
  for (const month of ['2019-08', '2022-04', '2026-10']) {
    const report = await asOf(new Date(until.epochMilliseconds), () => readReport(supervisor, { month }))
    if (report?.read.ok !== true) throw new Error('There is no such report.')
    const { read, last } = report
    const words = figureWords(t, month)
    const html = renderToStaticMarkup(createElement(Report, { ...read, last, words }))
    const [head = [], all = []] = sectionsIn(html).get('channel') ?? []
    const names = [
      saidMonth(month, words.speech, 'short'),
      saidPeriod([read.begins, month], words.speech, 'short'),
    ]
    expect([head[1], head[3]]).toEqual(names)
    const questions = [month, read.begins].map((from): Question => ({ from, to: month, filters: [] }))
    const columns = questions.flatMap((question) => [question, aYearBefore(question)])
    for (const [at, question] of columns.entries()) {
      if (!/^\d/u.test(all[at + 1] ?? '')) continue
      expect(all[at + 1], `${month} ${String(at)}`).toBe(number(await plainCount(question, 'received')))
      counted += 1
    }
  }
  expect(counted).toBeGreaterThan(8)
})

/** Every cell stands on the screen with its number; but ways and endings of which there is nothing, which are not drawn. */
function expectOnScreen(
  { id, cells }: FigureTable,
  rows: readonly (readonly string[])[],
  words: FigureWords,
): void {
  const seen = cells.map(({ key }) => shownOf(id, key, rows, words))
  const isLeftOut = (answer: Answer) => id === 'endings' && answer.shown && answer.count === 0
  expect(seen, id).toEqual(
    cells.map(({ answer }) =>
      isLeftOut(answer) ? undefined : answer.shown ? number(answer.count) : t('charts.hidden'),
    ),
  )
}

/** The months that a table is of, whichever were asked. */
const monthsIn = ({ instead }: FigureTable, question: Question) => {
  const { from, to } = instead ?? question
  return [from, to]
}

const saidOf = (answer: Answer) => (answer.shown ? String(answer.count) : t('figures.hidden'))

/** What was counted already of one question, and how many numbers that were shown were compared, of its months and of a year before. */
interface Tally {
  readonly totals: Set<Measure>
  now: number
  before: number
  earlier: number
}

/** Counts the totals of a table, once for each measure, and one of its cells, now or a year before, by a plain statement. */
async function countPlainly(question: Question, table: FigureTable, tally: Tally): Promise<void> {
  const { id, measure, total, totalBefore, totalEarlier } = table
  const aYear = aYearBefore(question)
  const isNew = !tally.totals.has(measure)
  tally.totals.add(measure)
  if (isNew) {
    await expectPlain(question, measure, total)
    await expectPlain(aYear, measure, totalBefore)
    tally.earlier += await expectPlain(justBefore(question), measure, totalEarlier)
  }
  const [of, at] = random() < 0.5 ? ([question, 'now'] as const) : ([aYear, 'before'] as const)
  const shown = (at === 'now' ? table : ofBefore(table)).cells.flatMap(({ key, answer }) =>
    answer.shown ? [{ key, count: answer.count }] : [],
  )
  tally.now += total.shown ? 1 : 0
  tally.before += totalBefore.shown ? 1 : 0
  if (shown.length === 0) return
  const { key, count } = one(shown)
  expect(await plainCount(askedOf(of, id, key), measure), `${id} ${key.join(' ')} ${at}`).toBe(count)
  tally[at] += 1
}

/** Compares a number with the plain count, where it is shown. Gives how many were compared. */
async function expectPlain(question: Question, measure: Measure, told: Answer | null): Promise<0 | 1> {
  if (told?.shown !== true) return 0
  expect(await plainCount(question, measure), measure).toBe(told.count)
  return 1
}

const justBefore = ({ from, to, filters }: Question): Question => ({
  ...{ from: addMonths(from, -monthsBetween(from, to).length), to: addMonths(from, -1), filters },
})

const aYearBefore = ({ from, to, filters }: Question): Question => ({
  ...{ from: addMonths(from, -12), to: addMonths(to, -12), filters },
})

/** What a table says of a year before, as the table of that year. */
function ofBefore(table: FigureTable): FigureTable {
  const cells = table.cells.map(({ key, before }) => ({
    key: table.id === 'trend' ? key.map((month) => addMonths(month, -12)) : key,
    ...{ answer: before, before },
  }))
  return { ...table, total: table.totalBefore, cells }
}

/** The question that one cell answers. */
function askedOf(
  question: Question,
  id: FigureTableId,
  [first = '', second = '']: readonly string[],
): Question {
  if (id === 'trend') return { ...question, from: first, to: second }
  const more: Readonly<Record<Exclude<FigureTableId, 'trend'>, readonly Filter[]>> = {
    district: [{ dimension: 'district', value: first }],
    strands: [{ dimension: `strand:${first}`, value: 'yes' }],
    channel: [{ dimension: 'channel', value: first }],
    week: [
      { dimension: 'weekday', value: first },
      { dimension: 'daypart', value: second },
    ],
    repeat: [{ dimension: 'repeat', value: first }],
    promises: [{ dimension: 'outcome', value: first }],
    time: [{ dimension: 'band', value: first }],
    endings: [
      { dimension: 'channel', value: first },
      { dimension: 'disposition', value: second },
    ],
    answers: [{ dimension: 'answer', value: first }],
  }
  return { ...question, filters: [...question.filters, ...more[id]] }
}

function odsRows(file: Uint8Array): readonly (readonly string[])[] {
  const xml = strFromU8(unzipSync(file)['content.xml'] ?? new Uint8Array())
  return [...xml.matchAll(/<table:table-row>(.*?)<\/table:table-row>/gu)].map(([, row = '']) =>
    [...row.matchAll(/<text:p>(.*?)<\/text:p>/gu)].map(([, cell = '']) => plain(cell)),
  )
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&')
}

it('questions that are read together have the answers that each has alone', async () => {
  for (let left = 5; left > 0; left -= 1) {
    const questions = [randomQuestion(), randomQuestion()]
    const alone = await Promise.all(questions.map((question) => answerFigures(supervisor, question)))
    expect(await answerEach(supervisor, questions)).toEqual(alone)
  }
})
