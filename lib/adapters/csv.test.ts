import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formulaCells } from '../../e2e/hostile/sets/formula-cells'
import { csvOf } from './csv'

/** The cells of a file in which every cell is in quotes. */
function cellsOf(csv: string): readonly (readonly string[])[] {
  return csv
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n$/u, '')
    .split(/(?<=(?:^|[^"])(?:"")*")\r\n(?=")/u)
    .map((line) =>
      [...line.matchAll(/"((?:[^"]|"")*)"(?:,|$)/gu)].map(([, cell = '']) => cell.replaceAll('""', '"')),
    )
}

it.each(formulaCells)('is no formula in a spreadsheet: %j', (text) => {
  const [, [cell = ''] = []] = cellsOf(csvOf([{ name: text }], ['name']))
  expect(cell).toBe(`'${text}`)
})

it('keeps every text that is none, in its place', () => {
  const plain = fc
    .string({ unit: 'grapheme' })
    .filter((text) => /^\p{L}/u.test(text) && !/[\r\n]/u.test(text))
  fc.assert(
    fc.property(fc.array(fc.record({ name: plain, role: plain, opened: fc.nat() })), (rows) => {
      const csv = csvOf(rows, ['name', 'role', 'opened'])
      expect(csv.startsWith('\uFEFF"name","role","opened"\r\n')).toBe(true)
      if (rows.length > 0)
        expect(cellsOf(csv).slice(1)).toEqual(
          rows.map(({ name, role, opened }) => [name, role, String(opened)]),
        )
    }),
  )
})
