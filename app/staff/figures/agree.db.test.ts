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
    seedMany({ cases: 20_000, seed: 3, until, say: () => undefined }),
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

/** What stands in the tables behind the pictures of the page: of each table its rows, of each row its cells. */
function onScreen(tables: ReadonlyMap<FigureTableId, FigureTable>, { to }: Question) {
  const tiles = new Map(currentForce().districts.map(({ id, tile }) => [id, tile]))
  const page = createElement(FigureCharts, {
    ...{ tables, words: figureWords(t, to), tiles, target: wordsOfTarget(t), query: '' },
  })
  const html = renderToStaticMarkup(page)
  return new Map(
    [...html.matchAll(/<figure id="(\w+)".*?<\/figure>/gu)].map(([figure, id = '']) => [
      id,
      [...figure.matchAll(/<tr.*?<\/tr>/gu)].map(([row]) =>
        [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gu)].map(([, cell = '']) =>
          cell.replaceAll(/<[^>]*>/gu, ''),
        ),
      ),
    ]),
  )
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
  return rows.find(([label]) => label === labelOf(id, key, words))?.[1]
}

const number = (count: number) => new Intl.NumberFormat('en-GB').format(count)

it(
  `${String(asked)} questions have the same numbers on the page, in both files and in a plain count`,
  { timeout: 300_000 },
  async () => {
    let counted = 0
    for (let left = asked; left > 0; left -= 1) {
      const question = randomQuestion()
      const tables = await answerFigures(supervisor, question)
      const words = figureWords(t, question.to)
      const file = figureFile(tables, question, words, { minimum: 5, last: '2026-10' })
      const csv = parse(asCsv(file, t), { bom: true, columns: false }) as string[][]
      const ods = odsRows(asOds(file, t))
      const cells = file.rows.map((row) => row.map(String))
      expect(csv.slice(1, cells.length + 1)).toEqual(cells)
      expect(ods.slice(1, cells.length + 1)).toEqual(cells)
      const screen = onScreen(tables, question)
      let at = 0
      for (const [id, table] of tables) {
        expect(cells[at]?.[5]).toBe(saidOf(table.total))
        at += 1
        const rows = screen.get(id) ?? []
        for (const { key, answer } of table.cells) {
          expect(cells[at]?.[5]).toBe(saidOf(answer))
          at += 1
          const seen = shownOf(id, key, rows, words)
          // Ways and endings of which there is nothing are not drawn.
          if (id === 'endings' && answer.shown && answer.count === 0) expect(seen).toBeUndefined()
          else
            expect(seen, `${id} ${key.join(' ')}`).toBe(
              answer.shown ? number(answer.count) : t('charts.hidden'),
            )
        }
        counted += await counts(question, table)
      }
    }
    // Hiding everything would be no way to agree.
    expect(counted).toBeGreaterThan(asked * 8)
  },
)

const saidOf = (answer: Answer) => (answer.shown ? String(answer.count) : t('figures.hidden'))

/** Counts the total of a table, and one of its cells, by a plain statement. Gives how many were shown. */
async function counts(question: Question, table: FigureTable): Promise<number> {
  const shown = table.cells.filter(({ answer }) => answer.shown)
  const cell = shown.length === 0 ? null : one(shown)
  if (table.total.shown) expect(await plainCount(question, table.measure)).toBe(table.total.count)
  if (cell?.answer.shown === true)
    expect(
      await plainCount(askedOf(question, table.id, cell.key), table.measure),
      `${table.id} ${cell.key.join(' ')}`,
    ).toBe(cell.answer.count)
  return (table.total.shown ? 1 : 0) + (cell === null ? 0 : 1)
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
  const plain = (text: string) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  return [...xml.matchAll(/<table:table-row>(.*?)<\/table:table-row>/gu)].map(([, row = '']) =>
    [...row.matchAll(/<text:p>(.*?)<\/text:p>/gu)].map(([, cell = '']) => plain(cell)),
  )
}
