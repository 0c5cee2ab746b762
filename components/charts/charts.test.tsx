import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { translator } from '@/lib/i18n/translate'
import { BarChart } from './bar-chart'
import { saidInterval } from './chart-words'
import type { Count } from './chart-words'
import { FlowChart } from './flow-chart'
import { SpanChart } from './span-chart'
import type { SpanBand } from './span-chart'
import { TileMap } from './tile-map'
import type { TilePlace } from './tile-map'
import { TrendChart } from './trend-chart'
import { WeekMap } from './week-map'

const speech = { language: 'en-GB', t: translator('en') }
const words = { id: 'c', title: 'Reports rose.', summary: 'A column for each month.', speech }
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const placeOf = (value: Count, index: number, href?: string): TilePlace => ({
  ...{ key: `${index}`, label: `Place ${index}`, value, ...(href && { href }) },
  tile: hertfordshire.districts[index]?.tile,
})

const bandOf = (value: Count, index: number, href?: string): SpanBand => ({
  ...{ key: `${index}`, label: `Band ${index}`, value, ...(href && { href }) },
})

/** Each kind of chart, drawn of any numbers, with links where it is asked for. */
const kinds: Record<string, (values: readonly Count[], href?: string) => ReactElement> = {
  trend: (values, href) => (
    <TrendChart
      {...words}
      periods={values.map((value, index) => ({
        ...{ key: `${index}`, label: `Month ${index}`, short: `M${index}`, value, ...(href && { href }) },
        before: values[values.length - 1 - index] ?? null,
        ...(value === null ? {} : { interval: { low: value / 2, high: value * 2 } }),
      }))}
      names={{ period: 'Month', value: 'This year', before: 'The year before' }}
    />
  ),
  bars: (values, href) => (
    <BarChart
      {...words}
      bars={values.map((value, index) => ({
        ...{ key: `${index}`, label: `Strand ${index}`, value, ...(href && { href }) },
        mark: values[values.length - 1 - index] ?? null,
        ...(value === null ? {} : { interval: { low: value / 2, high: value * 2 } }),
      }))}
      names={{ row: 'Strand', value: 'This year', mark: 'The year before' }}
    />
  ),
  tiles: (values, href) => (
    <TileMap
      {...words}
      places={values.map((value, index) => placeOf(value, index, href))}
      names={{ row: 'Place', value: 'Reports' }}
    />
  ),
  week: (values, href) => (
    <WeekMap
      {...words}
      rowName="Day"
      columns={['0–4']}
      rows={values.map((value, index) => ({
        ...{ key: `${index}`, label: weekdays[index % 7] ?? '', short: 'D' },
        cells: [{ value, ...(href && { href }) }],
      }))}
    />
  ),
  flow: (values, href) => (
    <FlowChart
      {...words}
      flows={values.map((value, index) => ({
        ...{ from: `f${index % 3}`, to: `t${index}`, value, ...(href && { href }) },
      }))}
      labels={{ from: {}, to: {} }}
      names={{ from: 'Came', to: 'Ended', value: 'Cases' }}
    />
  ),
  span: (values, href) => (
    <SpanChart
      {...words}
      bands={values.map((value, index) => bandOf(value, index, href))}
      mark={{ after: '1', label: '48 hours' }}
      names={{ row: 'Time', value: 'People' }}
    />
  ),
}

const visible: ReadonlySet<string> = new Set(['tiles', 'week', 'span'])

const counts = fc.array(fc.option(fc.nat({ max: 100_000 }), { freq: 3 }), { minLength: 1, maxLength: 40 })

function drawn(kind: string, values: readonly Count[], href?: string) {
  const html = renderToStaticMarkup(kinds[kind]?.(values, href))
  const [picture = '', table = ''] = html.split('<details')
  const cells = [...table.matchAll(/<td[^>]*>(.*?)<\/td>/gu)].map(([, cell = '']) => textOf(cell))
  return { html, picture, table, cells }
}

const textOf = (html: string) => html.replaceAll(/<[^>]*>/gu, '')

describe.each(Object.keys(kinds))('%s', (kind) => {
  it('says every number of its table in its picture', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const { picture, cells } = drawn(kind, values)
        // Where there is room the numbers stand there to be seen; elsewhere they come where a pointer rests.
        const seen = visible.has(kind) ? picture.replaceAll(/<title>.*?<\/title>/gu, '') : picture
        const said = ` ${textOf(seen.replaceAll('<', ' <'))} `
        // Nothing is drawn where there is nothing but nought and what is hidden to flow.
        const isDrawn = kind !== 'flow' || values.some((value) => value !== null && value > 0)
        const numbers = cells.filter((cell) => /^[\d,]+$/u.test(cell) && (kind !== 'flow' || cell !== '0'))
        if (isDrawn)
          for (const number of numbers) expect(said).toMatch(new RegExp(`[^\\d,]${number}[^\\d,]`, 'u'))
      }),
      { numRuns: 30 },
    )
  })

  it('says and draws what is hidden as hidden, and never as a number', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const { picture, cells, html } = drawn(kind, [...values, 7, null])
        expect(html).not.toMatch(/NaN|Infinity|undefined|null/u)
        expect(picture).toMatch(/fill="url\(#c-hidden\)"|stroke-chart-hidden/u)
        expect(textOf(picture)).toContain('not shown')
        const hidden = [...values, 7, null].filter((value) => value === null).length
        const twice = kind === 'trend' || kind === 'bars'
        expect(cells.filter((cell) => cell === 'not shown')).toHaveLength(twice ? 2 * hidden : hidden)
      }),
      { numRuns: 30 },
    )
  })

  it('hides nothing where nothing is hidden', () => {
    expect(textOf(drawn(kind, [3, 0, 12]).html)).not.toContain('not shown')
  })

  it('stays inside its picture, needs no style of its own, and names nothing twice', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const { html } = drawn(kind, values)
        expect(html).not.toMatch(/\sstyle=/u)
        for (const [tag] of html.matchAll(/<(?:rect|line|foreignObject)[^>]*>/gu)) {
          const at = (name: string) =>
            Number.parseFloat(new RegExp(` ${name}="([-\\d.]+)%"`, 'u').exec(tag)?.[1] ?? '0')
          expect(at('x') + at('width')).toBeLessThanOrEqual(100.01)
          for (const name of ['x', 'x1', 'x2']) expect(at(name)).toBeGreaterThanOrEqual(-0.01)
          for (const name of ['x1', 'x2']) expect(at(name)).toBeLessThanOrEqual(100.01)
        }
        const ids = [...html.matchAll(/\sid="([^"]*)"/gu)].map(([, id]) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 20 },
    )
  })

  it('is an image with its title and summary, and has a real table behind it that is open on paper', () => {
    const { picture, table } = drawn(kind, [3, null, 12])
    expect(picture).toMatch(/<h3 id="c-title"[^>]*>Reports rose\./u)
    expect(picture).toMatch(/<p id="c-summary"/u)
    expect(picture).toMatch(/role="img" aria-labelledby="c-title" aria-describedby="c-summary"/u)
    expect(table).toContain('print:details-content:[content-visibility:visible]')
    expect(table).toMatch(/<caption[^>]*>Reports rose\.<\/caption>/u)
    expect(table).toContain('<th scope="col"')
    expect(table).toContain('<th scope="row"')
  })

  it('leads from its table to the cases, and has no link inside an image', () => {
    const { picture, table } = drawn(kind, [3, null, 12], '/staff?a=1&b=2')
    expect(table.match(/<a href="\/staff\?a=1&amp;b=2"/gu)).toHaveLength(3)
    expect(picture.includes('<a ')).toBe(picture.includes('role="group"'))
  })

  it('says that there is nothing where there is nothing', () => {
    const { html } = drawn(kind, [])
    expect(html).toContain('There is nothing to show here.')
    expect(html).not.toMatch(/role="(img|group)"|<table/u)
  })
})

describe('the order of bars', () => {
  const order = (inOrder: boolean) => {
    const bars = [3, null, 12, 7].map((value, index) => ({ key: `${index}`, label: `B${index}`, value }))
    const html = renderToStaticMarkup(
      <BarChart {...words} {...{ bars, inOrder }} names={{ row: 'r', value: 'v' }} />,
    )
    return [...html.matchAll(/<th scope="row"[^>]*>(B\d)/gu)].map(([, label]) => label)
  }

  it('is from the longest to what is hidden', () => {
    expect(order(false)).toEqual(['B2', 'B3', 'B0', 'B1'])
  })

  it('is their own where they have one', () => {
    expect(order(true)).toEqual(['B0', 'B1', 'B2', 'B3'])
  })
})

it('the largest bar is as long as its number says, to scale with the others', () => {
  const bars = [80, 40].map((value, index) => ({ key: `${index}`, label: `B${index}`, value }))
  const html = renderToStaticMarkup(<BarChart {...words} bars={bars} names={{ row: 'r', value: 'v' }} />)
  expect(
    [...html.matchAll(/width="([\d.]+%)" height="100%" class="fill-chart-mark/gu)].map(([, width]) => width),
  ).toEqual(['100%', '50%'])
})

it.each(['trend', 'bars', 'span'])('what is hidden looks neither many nor few in a chart of %s', (kind) => {
  const marks = (values: readonly Count[]) =>
    drawn(kind, values).picture.match(/<rect [^>]*fill="url\(#c-hidden\)"[^>]*>/gu) ?? []
  const beside = (other: number) => marks([null, other])
  expect(beside(1)).toEqual(beside(10_000))
  // The first is in the legend.
  expect(beside(1).length).toBeGreaterThan(1)
  expect(beside(1).slice(1).join(' ')).not.toMatch(kind === 'bars' ? / width="100%"/u : / height="100%"/u)
})

it.each([
  ['trend', / y="-15" height="10"/u],
  ['span', / y="-15" height="10"/u],
  ['bars', / x="0\.5rem" y="22%" width="2rem" height="56%"/u],
])('what is hidden stands on no line in a chart of %s, and has a broken edge', (kind, away) => {
  const { picture } = drawn(kind, [null, 5])
  const marks = picture.match(/<rect [^>]*fill="url\(#c-hidden\)"[^>]*>/gu) ?? []
  for (const mark of marks) expect(mark).toContain('stroke-dasharray')
  for (const mark of marks.slice(1)) expect(mark).toMatch(away)
  expect(marks.length).toBeGreaterThan(1)
  expect(picture.match(/<rect [^>]*class="fill-chart-mark[^>]*>/gu)?.join('')).not.toContain('dasharray')
})

it('what is hidden of many flows is said on paper in one line', () => {
  const html = renderToStaticMarkup(kinds.flow?.([3, null, null]))
  expect(html.match(/<tr class="[^"]*print:hidden/gu)).toHaveLength(2)
  expect(html).toContain('Not shown: 2 more.')
  expect(renderToStaticMarkup(kinds.flow?.([3, 4]))).not.toContain('Not shown')
})

it('a time is marked once, and columns before it look like those after it', () => {
  const { picture } = drawn('span', [5, 5, 5, 5])
  expect(picture.match(/class="fill-chart-mark"/gu)).toHaveLength(4)
  expect(picture.match(/48 hours/gu)).toHaveLength(1)
})

it('an interval of counts has whole ends, outwards', () => {
  expect(saidInterval({ low: 206.8, high: 268.1 }, 'count', speech)).toBe('206 and 269')
  expect(saidInterval({ low: 0.4116, high: 0.5 }, 'share', speech)).toBe('41% and 50%')
})

it('many periods are a line that is broken where a number is hidden', () => {
  const values = Array.from({ length: 120 }, (_, index) => (index === 60 ? null : index))
  const line = /<path d="([^"]*)" class="[^"]*stroke-chart-mark/u.exec(drawn('trend', values).picture)?.[1]
  expect(line?.match(/M/gu)).toHaveLength(2)
})

it('numbers are written in the language of the page', () => {
  const cy = { language: 'cy-GB', t: translator('cy') }
  const html = renderToStaticMarkup(
    <BarChart
      {...words}
      speech={cy}
      bars={[
        { key: 'a', label: 'A', value: null },
        { key: 'b', label: 'B', value: 12_345 },
      ]}
      names={{ row: 'Sut', value: 'Nifer' }}
    />,
  )
  for (const said of ['heb ei ddangos', 'Y rhifau mewn tabl', '12,345']) expect(html).toContain(said)
})
