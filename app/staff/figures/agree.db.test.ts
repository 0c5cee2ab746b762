import { randomUUID } from 'node:crypto'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, expect, it } from 'vitest'
import { plainCount } from '@/e2e/factories/plain-counts'
import { asOf } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import type { Answer } from '@/lib/domain/figures/answer'
import { strandDimensions } from '@/lib/domain/figures/measures'
import type { Measure } from '@/lib/domain/figures/measures'
import type { Filter, Question } from '@/lib/domain/figures/question'
import { addMonths } from '@/lib/domain/figures/statistics-year'
import type { FigureTable, FigureTableId } from '@/lib/domain/figures/tables'
import type { Actor } from '@/lib/domain/policy'
import { channels, risks } from '@/lib/domain/words'
import { translator } from '@/lib/i18n/translate'
import { answerFigures } from '@/lib/queries/answer-figures'
import { seedMany } from '@/prisma/many/seed-many'
import { seedId } from '@/prisma/seed/seed-accounts'
import { chance } from '@/scripts/testing/figures/chance'
import { ownDatabase } from '@/scripts/testing/own-database'
import { FigureCharts } from './_view/figure-page'
import { labelOf, saidValue, saidWeekday } from './_view/figure-words'
import type { FigureWords } from './_view/figure-words'
import { figureFile } from './_view/figure-rows'
import { figureWords, wordsOfTarget } from './_view/force-words'
import { asCsv, asOds } from './_view/file-forms'
import { ReportTables } from './_view/report-tables'

// All cases of the force are counted: these alone.
await ownDatabase()

const until = Temporal.ZonedDateTime.from('2026-11-22T12:00[Europe/London]')
const asked = 200
const t = translator('en')
const supervisor: Actor = { id: randomUUID(), name: 'Test', role: 'supervisor', districts: [] }

beforeAll(async () => {
  const email = 'agree@example.test'
  const accountId = seedId('account', email)
  await ownerDb().account.createMany({
    data: [
      { id: accountId, email, name: 'Somebody', role: 'liaison-officer', demo: true },
      { id: supervisor.id, email: 'seer@example.test', name: 'Test', role: 'supervisor' },
    ],
  })
  await ownerDb().officer.create({
    data: { id: randomUUID(), accountId, districts: ['watford'], languages: ['en'], openLimit: 5 },
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
    ...{ tables, words: figureWords(t, to), tiles, target: wordsOfTarget(t), query: '' },
  })
  const html = renderToStaticMarkup(page)
  return new Map(
    [...html.matchAll(/<figure id="(\w+)".*?<\/figure>/gu)].map(([figure, id = '']) => [id, rowsIn(figure)]),
  )
}

/** What stands in the tables of the report: here the month and the year so far are the same months. */
function onPaper(tables: ReadonlyMap<FigureTableId, FigureTable>, words: FigureWords) {
  const headings = { month: 'Month', year: 'Year' }
  const html = renderToStaticMarkup(
    createElement(ReportTables, { month: tables, year: tables, headings, pictures: new Map(), words }),
  )
  return new Map(
    [...html.matchAll(/<section.*? aria-labelledby="(\w+)-title".*?<\/section>/gu)].map(
      ([section, id = '']) => [id, rowsIn(section)],
    ),
  )
}

/** What the report has to say of a table. */
function linesOf({ id, total, totalBefore, cells }: FigureTable, words: FigureWords) {
  const said = (answer: Answer) =>
    answer.shown ? number(answer.count) : answer.why === 'before-figures' ? '–' : t('figures.hidden')
  const line = (label: string, answer: Answer, before: Answer) => [
    ...[label, said(answer), said(before), said(answer), said(before)],
  ]
  return [
    line(t('figures.column.all'), total, totalBefore),
    ...cells.map(({ key, answer, before }) => line(labelOf(id, key, words), answer, before)),
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
    let counted = 0
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
      const [screen, paper] = [onScreen(tables, question), onPaper(tables, words)]
      expect(paper.size).toBe(7)
      const counts = cells.map((cell) => cell[5])
      const totals = new Set<Measure>()
      for (const [id, table] of tables) {
        if (paper.has(id)) expect(paper.get(id)?.slice(1)).toEqual(linesOf(table, words))
        const answers = [table.total, ...table.cells.map(({ answer }) => answer)]
        expect(counts.splice(0, answers.length)).toEqual(answers.map(saidOf))
        expectOnScreen(table, screen.get(id) ?? [], words)
        counted += await plainlyCounted(question, table, totals)
      }
      expect(counts).toEqual([])
    }
    // Hiding everything would be no way to agree.
    expect(counted).toBeGreaterThan(asked * 8)
  },
)

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

const saidOf = (answer: Answer) => (answer.shown ? String(answer.count) : t('figures.hidden'))

/** Counts the total of a table, once for each measure, and one of its cells by a plain statement. Gives how many were shown. */
async function plainlyCounted(
  question: Question,
  { id, measure, total, cells }: FigureTable,
  totals: Set<Measure>,
): Promise<number> {
  if (total.shown && !totals.has(measure))
    expect(await plainCount(question, measure), measure).toBe(total.count)
  if (total.shown) totals.add(measure)
  const shown = cells.flatMap(({ key, answer }) => (answer.shown ? [{ key, count: answer.count }] : []))
  if (shown.length === 0) return total.shown ? 1 : 0
  const { key, count } = one(shown)
  expect(await plainCount(askedOf(question, id, key), measure), `${id} ${key.join(' ')}`).toBe(count)
  return total.shown ? 2 : 1
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
