import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { ExposureBand } from '@/lib/domain/exposure-band'
import { translator } from '@/lib/i18n/translate'
import type { RotaMember } from '@/lib/queries/load-rota'
import { People } from './people'

const t = translator('en')
const clock = { now: new Date('2026-11-23T09:00:00Z'), timeZone: 'Europe/London', t }
const officer = (name: string, openCases: number, openLimit = 4): RotaMember => ({
  ...{
    id: name,
    accountId: name,
    name,
    active: true,
    districts: ['stevenage'],
    languages: ['en'],
    openCases,
  },
  ...{ openLimit, specialisms: [], oneMore: false, handingOver: false, lastAssignedAt: null, shifts: [] },
  trainingUntil: new Date('2027-06-30'),
})
const drawn = (officers: readonly RotaMember[], bands: Readonly<Record<string, ExposureBand>> = {}) =>
  renderToStaticMarkup(
    <People
      officers={officers}
      late={new Map([['Ann', 2]])}
      bands={new Map(Object.entries(bands))}
      clock={clock}
    />,
  )
/** The cells of each row, as text. */
const rowsOf = (html: string) =>
  [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gsu)]
    .slice(1)
    .map(([, row = '']) => row.split(/<\/t[hd]>/u).map((cell) => cell.replace(/<[^>]+>/gu, '')))

describe('who carries how much', () => {
  it('is the fullest first, with what is late and how much they read, as a band', () => {
    const html = drawn([officer('Bea', 1), officer('Ann', 3), officer('Cem', 2, 2)], { Ann: 'some' })
    expect(rowsOf(html).map((cells) => cells.slice(0, 4))).toEqual([
      ['Cem', '2 of 2: full', '0', 'none opened'],
      ['Ann', '3 of 4', '2', 'some'],
      ['Bea', '1 of 4', '0', 'none opened'],
    ])
  })

  it('says who is full, with the one more that they take', () => {
    const html = drawn([
      { ...officer('Ann', 3, 3), oneMore: true },
      { ...officer('Bea', 4, 3), oneMore: true },
    ])
    expect(rowsOf(html).map(([, holds]) => holds)).toEqual([
      '4 of 3, and one more: full',
      '3 of 3, and one more',
    ])
  })

  it('has whoever read much though they hold none, and counts the rest', () => {
    const officers = [officer('Ann', 1), officer('Bea', 0), officer('Cem', 0), officer('Dan', 0)]
    const html = drawn(officers, { Bea: 'some', Cem: 'much', Dan: 'very-much' })
    expect(rowsOf(html).map(([name]) => name)).toEqual(['Ann', 'Cem', 'Dan'])
    expect(html).toContain('<span class="font-semibold">a great deal</span>')
    expect(html).toContain(t('insight.people.free', { count: 1 }))
  })

  it('is nobody where no officer covers a district', () => {
    expect(drawn([])).toBe(`<p>${t('insight.people.nobody')}</p>`)
    expect(drawn([officer('Ann', 0)])).not.toContain('<table')
  })
})
