import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
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
  ])('refuses %j', (text) => {
    expect(parsePostcode(text)).toBeNull()
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
