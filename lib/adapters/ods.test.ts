import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { formulaCells } from '../../e2e/hostile/sets/formula-cells'
import { odsOf } from './ods'

const contentOf = (file: Uint8Array) => strFromU8(unzipSync(file)['content.xml'] ?? new Uint8Array())
const plain = (xml: string) =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
/** Every cell of a file: its type and what stands in it. */
const cellsOf = (xml: string) =>
  [...xml.matchAll(/<table:table-cell[^>]*office:value-type="(\w+)"([^>]*)><text:p>([^<]*)<\/text:p>/gu)].map(
    ([, type, more = '', text = '']) => ({ type, more: more.trim(), text: plain(text) }),
  )

it('says at its beginning what it is, and is the same for the same cells', () => {
  const sheets = [{ name: 'One', rows: [['a'], [1]] }]
  const file = odsOf(sheets)
  expect(strFromU8(file.slice(30, 38))).toBe('mimetype')
  expect(strFromU8(file.slice(38, 84))).toBe('application/vnd.oasis.opendocument.spreadsheet')
  expect(Object.keys(unzipSync(file))).toEqual(['mimetype', 'content.xml', 'META-INF/manifest.xml'])
  expect(odsOf(sheets)).toEqual(file)
})

it('holds the sheets it was given, and no other', () => {
  const xml = contentOf(
    odsOf([
      { name: 'A & "B"', rows: [] },
      { name: 'C', rows: [['x']] },
    ]),
  )
  expect([...xml.matchAll(/table:name="([^"]*)"/gu)].map(([, name = '']) => plain(name))).toEqual([
    'A & "B"',
    'C',
  ])
  expect(xml).not.toMatch(/display|hidden|filter|collapse|dc:|meta:/u)
})

it('keeps every number and every text, and has no formula', () => {
  const cell = fc.oneof(
    fc.nat(),
    fc.constantFrom(...formulaCells),
    // Line ends are kept as XML keeps them.
    fc.string({ unit: 'grapheme' }).filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text)),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }), (rows) => {
      const xml = contentOf(odsOf([{ name: 'Sheet', rows }]))
      expect(cellsOf(xml).map(({ type, text }) => (type === 'float' ? Number(text) : text))).toEqual(
        rows.flat(),
      )
      for (const { type, more, text } of cellsOf(xml))
        expect(more).toBe(type === 'float' ? `office:value="${text}"` : '')
      expect(xml).not.toContain('table:formula')
    }),
  )
})

it('takes out what no XML can hold', () => {
  expect(cellsOf(contentOf(odsOf([{ name: 'S', rows: [['a\u0000b\uD800c\uFFFEd']] }])))).toMatchObject([
    { text: 'a\uFFFDb\uFFFDc\uFFFDd' },
  ])
})
