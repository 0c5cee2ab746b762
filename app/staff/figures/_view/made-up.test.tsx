import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, it, vi } from 'vitest'
import type { FigureTable, FigureTableId } from '@/lib/domain/figures/tables'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { translator } from '@/lib/i18n/translate'
import { asCsv } from './file-forms'
import { figureFile } from './figure-rows'
import type { FigureWords } from './figure-words'
import { Report } from './report'

const setting = vi.hoisted(() => ({ DEMO: 'no' }))
vi.mock('@/lib/config/env', () => ({ env: () => setting }))
vi.mock('@/lib/config/current-force', () => ({ currentForce: () => hertfordshire }))

const t = translator('en')
const words: FigureWords = {
  ...{ speech: { language: 'en-GB', t }, districts: new Map(), yearBegins: 4 },
  year: { begins: 'April', ends: 'March' },
}
const none: ReadonlyMap<FigureTableId, FigureTable> = new Map()
const question = { from: '2026-04', to: '2026-06', filters: [] }
const fileNow = () => figureFile(none, question, words, { minimum: 5, last: '2026-06' })
const reportNow = () =>
  renderToStaticMarkup(
    <Report month="2026-06" begins="2026-04" ofMonth={none} ofYear={none} last="2026-06" words={words} />,
  )
const madeUp = /demonstration|made up/u

beforeEach(() => {
  setting.DEMO = 'no'
})

it('figures of a demonstration are said to be made up, first of how they were made, in files and on paper', () => {
  setting.DEMO = 'yes'
  expect(fileNow().made[0]).toMatch(madeUp)
  expect(asCsv(fileNow(), t)).toMatch(madeUp)
  expect(reportNow()).toMatch(madeUp)
})

it('figures of a force never are', () => {
  expect(fileNow().made).toHaveLength(3)
  expect(asCsv(fileNow(), t)).not.toMatch(madeUp)
  expect(reportNow()).not.toMatch(madeUp)
})
