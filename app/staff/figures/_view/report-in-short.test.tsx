import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import type { Answer } from '@/lib/domain/figures/answer'
import type { FigureTable } from '@/lib/domain/figures/tables'
import { translator } from '@/lib/i18n/translate'
import type { FigureWords } from './figure-words'
import { ReportInShort } from './report-in-short'

const words: FigureWords = {
  ...{ speech: { language: 'en-GB', t: translator('en') }, districts: new Map(), yearBegins: 4 },
  year: { begins: 'April', ends: 'March' },
}
const shown = (count: number): Answer => ({ shown: true, count })
const few: Answer = { shown: false, why: 'few', atLeast: 0 }

/** What the report says in short of a month with so many answers, of which so many were yes. */
function inShort(total: Answer, yes: Answer): string {
  const answers: FigureTable = {
    ...{ id: 'answers', measure: 'answered', total, totalBefore: few, totalEarlier: null, months: 1 },
    cells: [{ key: ['yes'], answer: yes, before: few }],
  }
  return renderToStaticMarkup(<ReportInShort tables={new Map([['answers', answers]])} words={words} />)
}

it('a share of all that are told is said with how sure that is', () => {
  expect(inShort(shown(1_200), shown(900))).toContain('900 of 1,200: 75%, likely between')
})

it('where only the parts are hidden it says how many there were', () => {
  const said = inShort(shown(55), few)
  expect(said).toContain('Of 55. How many of these is not shown, so that nobody can be recognised.')
})

it('none is said as none, and what is hidden as hidden', () => {
  expect(inShort(shown(0), shown(0))).toContain('Nothing of this in this month.')
  expect(inShort(few, few)).toContain('Some numbers are not shown')
})
