import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { Answer, WhyHidden } from '@/lib/domain/figures/answer'
import type { FigureTable } from '@/lib/domain/figures/tables'
import { translator } from '@/lib/i18n/translate'
import { ReportTables } from './report-tables'

const t = translator('en')
const words = {
  speech: { language: 'en-GB', t },
  districts: new Map(),
  year: { begins: 'April', ends: 'March' },
  yearBegins: 4,
}
const told: Answer = { shown: true, count: 7 }
const hidden = (why: WhyHidden): Answer => ({ shown: false, why, atLeast: 0 })

/** A table of one value with these in its two columns. */
const table = (answer: Answer, before: Answer): FigureTable => ({
  ...{
    id: 'channel',
    measure: 'received',
    total: answer,
    totalBefore: before,
    totalEarlier: null,
    months: 1,
  },
  cells: [{ key: ['online'], answer, before }],
})

function notesOf(inMonth: FigureTable, inYear: FigureTable): string {
  const [month, year] = [inMonth, inYear].map((one) => new Map([[one.id, one] as const]))
  const headings = { month: 'Month', year: 'Year' }
  const html = renderToStaticMarkup(
    createElement(ReportTables, {
      ...{ month: month ?? new Map(), year: year ?? new Map(), headings, pictures: new Map(), words },
    }),
  )
  return /<p[^>]*>(.*?)<\/p>/u.exec(html)?.[1] ?? ''
}

const why = (code: WhyHidden) => t(`figures.why.${code}`)

it.each<[string, FigureTable, FigureTable, readonly WhyHidden[]]>([
  ['nothing, where all is shown', table(told, told), table(told, told), []],
  ['of the month', table(hidden('few'), told), table(told, told), ['few']],
  ['of the year so far', table(told, told), table(hidden('before-figures'), told), ['before-figures']],
  ['of a year before', table(told, hidden('before-figures')), table(told, told), ['before-figures']],
  ['of a year before the year', table(told, told), table(told, hidden('few')), ['few']],
  [
    'of each, once',
    table(hidden('few'), hidden('few')),
    table(hidden('before-figures'), hidden('before-figures')),
    ['few', 'before-figures'],
  ],
])('the report says why something is not shown: %s', (_, inMonth, inYear, reasons) => {
  expect(notesOf(inMonth, inYear)).toBe(reasons.map(why).join(' '))
})
