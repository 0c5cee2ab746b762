import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { workSets } from '@/lib/domain/work-sets'
import type { WorkSet } from '@/lib/domain/work-sets'
import { translator } from '@/lib/i18n/translate'
import type { SetCounts } from '@/lib/queries/count-work'
import { ByDistrict } from './by-district'

const t = translator('en')
const counts = (some: Partial<Record<WorkSet, number>>) =>
  ({ ...Object.fromEntries(workSets.map((set) => [set, 0])), ...some }) as SetCounts
const html = renderToStaticMarkup(
  <ByDistrict
    counts={
      new Map([
        ['north', counts({ open: 9, late: 5 })],
        ['south', counts({ open: 2, late: 1, danger: 1 })],
        ['west', counts({ open: 4, late: 5 })],
        ['east', counts({ danger: 1 })],
      ])
    }
    names={new Map([['south', 'South']])}
    t={t}
  />,
)
const rows = [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gsu)].map(([, row = '']) =>
  row.split(/<\/t[hd]>/u).map((cell) => cell.replace(/<[^>]+>/gu, '')),
)

it('has where danger is said first, and then where most is late and most is open', () => {
  expect(rows.map((cells) => cells.slice(0, 4))).toEqual([
    [t('insight.where.district'), t('insight.where.open'), t('insight.set.danger'), t('insight.set.late')],
    ['South', '2', '1', '1'],
    ['north', '9', '0', '5'],
    ['west', '4', '0', '5'],
  ])
})

it('leads from danger to the cases of that district', () => {
  expect(html).toMatch(
    /<a href="\/staff\?(?:set=danger&amp;district=south|district=south&amp;set=danger)">1</u,
  )
})
