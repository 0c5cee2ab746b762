import { renderToStaticMarkup } from 'react-dom/server'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import type { Count } from './chart-words'
import { TrendChart } from './trend-chart'
import { YearMap } from './year-map'

const speech = { language: 'en-GB', t: translator('en') }
const words = { id: 'c', title: 'Reports rose.', summary: 'A column for each month.', speech }
const columns = ['Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar']

/** Twelve months and as many again, drawn below a trend of the same numbers; what is left out of the second year has not come yet. */
function drawn(values: readonly Count[], months = 1) {
  const periods = values.map((value, index) => ({
    ...{ key: `${index}`, label: `Month ${index}`, short: `M${index}`, value, months },
  }))
  const inRow = 12 / months
  const rows = Array.from({ length: Math.ceil(values.length / inRow) }, (_, row) => ({
    ...{ key: `${row}`, label: `Year ${row}` },
    cells: Array.from({ length: inRow }, (_each, at) => periods[row * inRow + at] ?? null),
  }))
  const below = <YearMap {...{ columns, rows }} words={{ ...words, title: 'By years.', level: 4 }} />
  const html = renderToStaticMarkup(
    <TrendChart {...words} periods={periods} names={{ period: 'Month', value: 'This year' }} below={below} />,
  )
  const map = html.slice(html.indexOf('id="c-years-title"'), html.indexOf('<details'))
  return { html, map, seen: textOf(map.replaceAll(/<title>.*?<\/title>/gu, '')) }
}

const textOf = (html: string) => ` ${html.replaceAll(/<[^>]*>/gu, ' ')} `
const counts = fc.array(fc.option(fc.nat({ max: 100_000 }), { freq: 3 }), { minLength: 13, maxLength: 24 })

it('each number is seen in its field and said there, and stands once in a table', () => {
  fc.assert(
    fc.property(counts, (values) => {
      const { html, map, seen } = drawn(values)
      for (const [index, value] of values.entries()) {
        const said = value === null ? 'not shown' : new Intl.NumberFormat('en-GB').format(value)
        expect(map).toContain(`<title>Month ${index}: ${said}</title>`)
        if (value !== null) expect(seen).toContain(` ${said} `)
      }
      expect(html.match(/<table/gu)).toHaveLength(1)
      expect(html.match(/<details/gu)).toHaveLength(1)
      expect(html).not.toMatch(/NaN|Infinity|undefined|null|\sstyle=/u)
    }),
    { numRuns: 30 },
  )
})

it('what is hidden is hatched, has no number, and is told in the legend', () => {
  const hatched = (map: string) => map.match(/fill="url\(#c-hidden\)"/gu)?.length ?? 0
  const { map, seen } = drawn([...Array<number>(12).fill(40), null, null])
  // Two months, and what the pattern means.
  expect(hatched(map)).toBe(3)
  expect(seen).toContain('not shown')
  expect(hatched(drawn(Array<number>(13).fill(40)).map)).toBe(0)
})

it('shades go from the fewest to the most, so that months are told apart that are all far from nought', () => {
  const { map } = drawn([120, 130, 140, 150, 160, ...Array<number>(9).fill(140)])
  const shades = [...map.matchAll(/<title>Month \d: [\d]+<\/title><rect[^>]*fill-chart-shade-(\d)/gu)]
  expect(shades.slice(0, 5).map(([, shade]) => shade)).toEqual(['0', '1', '2', '3', '4'])
})

it('months that have one number together are one field, as wide as they are and shaded as one month of them', () => {
  const { map } = drawn([30, 60, 90, 120, 150], 3)
  expect(map.match(/ col-span-3[ "]/gu)).toHaveLength(5)
  expect(textOf(map)).toContain(' 10 to 18 ')
})

it('nothing but hidden months is drawn as that', () => {
  const { map, html } = drawn(Array<null>(14).fill(null))
  expect(map).toContain('url(#c-hidden)')
  expect(html).not.toMatch(/NaN|Infinity/u)
})

it('is an image with its title and its summary, and names nothing twice', () => {
  const { html, map } = drawn([...Array<number>(13).fill(3), null])
  expect(map).toMatch(/role="img" aria-labelledby="c-years-title" aria-describedby="c-years-summary"/u)
  expect(html).toMatch(/<h4 id="c-years-title"[^>]*>By years\./u)
  const ids = [...html.matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
