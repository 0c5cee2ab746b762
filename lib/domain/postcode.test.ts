import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bedfordshire } from '@/lib/force/bedfordshire'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { parsePostcode } from './postcode'

describe('parsePostcode', () => {
  it.each([
    ['SG1 1AA', 'SG1', 'SG1 1AA', 'SG'],
    ['sg11aa', 'SG1', 'SG1 1AA', 'SG'],
    ['  SG11   1AA ', 'SG11', 'SG11 1AA', 'SG'],
    ['SG11', 'SG11', null, 'SG'],
    ['al1', 'AL1', null, 'AL'],
    ['m1 1ae', 'M1', 'M1 1AE', 'M'],
    ['EC1A 1BB', 'EC1A', 'EC1A 1BB', 'EC'],
    ['W1A-0AX', 'W1A', 'W1A 0AX', 'W'],
    ['A L 1 0 9 A A', 'AL10', 'AL10 9AA', 'AL'],
    ['ALIO 9AA', null, null, null],
    ['AL1O 9AA', 'AL10', 'AL10 9AA', 'AL'],
    ['HAO 2AA', 'HA0', 'HA0 2AA', 'HA'],
    ['SO17 OAA', 'SO17', 'SO17 0AA', 'SO'],
    ['S017 0AA', 'SO17', 'SO17 0AA', 'SO'],
    ['ＳＧ１ １ＡＡ', 'SG1', 'SG1 1AA', 'SG'],
    ['SG1\u00a01AA', 'SG1', 'SG1 1AA', 'SG'],
    ['sg14ab', 'SG1', 'SG1 4AB', 'SG'],
    ['SG14AB', 'SG1', 'SG1 4AB', 'SG'],
    ['S G 1 4 A B', 'SG1', 'SG1 4AB', 'SG'],
    ['SG1 4', 'SG1', null, 'SG'],
    [' sg1  4 ', 'SG1', null, 'SG'],
    ['SG1\u00a04', 'SG1', null, 'SG'],
    ['SG1-4', 'SG1', null, 'SG'],
    ['SG1 O', 'SG1', null, 'SG'],
    ['ＳＧ１\u3000４', 'SG1', null, 'SG'],
    ['SG 1 4', 'SG1', null, 'SG'],
    ['SG14 1', 'SG14', null, 'SG'],
    ['SG14', 'SG14', null, 'SG'],
    ['SG 14', 'SG14', null, 'SG'],
    ['S G 14', 'SG14', null, 'SG'],
    ['S G 1', 'SG1', null, 'SG'],
    ['M1 1', 'M1', null, 'M'],
    ['M 11', 'M11', null, 'M'],
    ['HA O', 'HA0', null, 'HA'],
    ['S017 0', 'SO17', null, 'SO'],
    ['EC1A 1', 'EC1A', null, 'EC'],
    ['CO 1', 'CO1', null, 'CO'],
    ['po 9', 'PO9', null, 'PO'],
    ['YO-7', 'YO7', null, 'YO'],
    ['CO 1 2', 'CO1', null, 'CO'],
  ])('reads %j', (text, outcode, unit, area) => {
    expect(parsePostcode(text)).toEqual(outcode === null ? null : { outcode, unit, area })
  })

  it.each([
    '',
    ' ',
    'S',
    '11',
    'SG',
    'SG1 1A',
    'SG1 1CA',
    'SG1 AAA',
    'SGX 1AA',
    'SG111 1AA',
    'Hitchin',
    '<b>',
    'SG1 1AA AL1',
    // It could be SG14, or the beginning of SG1 4AB.
    's g 1 4',
    'M 1 1',
    'SG1 1 4',
    'SG141',
    'SG1 41',
  ])('refuses %j', (text) => {
    expect(parsePostcode(text)).toBeNull()
  })

  it('of a postcode that is typed as far as its first digit finds the first half before the space', () => {
    const outcodes = Object.keys({ ...hertfordshire.outcodes, ...bedfordshire.outcodes })
    fc.assert(
      fc.property(
        fc.constantFrom(...outcodes),
        fc.integer({ min: 0, max: 9 }),
        fc.constantFrom(' ', '  ', '\u00a0', '\u3000', '-', ' \u2013 '),
        fc.constantFrom('before', 'within', 'after'),
        fc.boolean(),
        (outcode, sector, apart, room, isSmall) => {
          const first = room === 'within' ? outcode.replace(/(?=\d)/u, ' ') : outcode
          const typed = `${room === 'before' ? ' ' : ''}${first}${apart}${String(sector)}${room === 'after' ? ' ' : ''}`
          const found = parsePostcode(isSmall ? typed.toLowerCase() : typed)
          expect(found).toMatchObject({ outcode, unit: null })
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('of a whole postcode finds the same however it is spaced', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(hertfordshire.outcodes)),
        fc.stringMatching(/^[0-9][ABD-HJLNP-UW-Z]{2}$/u),
        fc.infiniteStream(fc.constantFrom('', '', ' ', '\u00a0', '-')),
        (outcode, last, room) => {
          const typed = (outcode + last).replaceAll(/./gu, (sign) => sign + String(room.next().value))
          expect(parsePostcode(typed)).toMatchObject({ outcode, unit: `${outcode} ${last}` })
        },
      ),
    )
  })

  it('never throws, and what it reads it reads again the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const parsed = parsePostcode(text)
        if (parsed !== null) expect(parsePostcode(parsed.unit ?? parsed.outcode)).toEqual(parsed)
      }),
    )
  })

  it('stays quick on a very long text', () => {
    expect(parsePostcode('SG1 1AA'.repeat(200_000))).toBeNull()
  })
})
