import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inOurDigits, isWholeTelephone, parseTelephone } from './telephone'

describe('a number that somebody can be rung on', () => {
  it.each([
    '07700900461',
    '+447700900461',
    '00447700900461',
    '447700900461',
    '+4407700900461',
    '+07700900461',
    '02079460000',
    '0169772345',
    '01204123456',
    '0800555111',
    '0500123456',
    '+35312345678',
    '0035312345678',
    '35312345678',
    '+2901234567',
    '+6281234567',
    '+861234567890123',
    '7700900461',
  ])('%s is whole', (digits) => {
    expect(isWholeTelephone(digits)).toBe(true)
  })

  it.each([
    '',
    '+',
    '0',
    '999',
    '101',
    '116123',
    '08001111',
    '07700900',
    '0770090046',
    '077009004611',
    '+447700900',
    '00447700900',
    '447700900',
    '+4407700900',
    '0144000000000',
    '04123456789',
    '06123456789',
    '000000000000',
    '+1234567890123456',
    '+35312',
    'ask for Sam',
  ])('%j is not', (digits) => {
    expect(isWholeTelephone(digits)).toBe(false)
  })

  it('of this country is the same with each beginning, and has no less than nine digits after it and no more than ten', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9][0-9]{0,13}$/u), (after) => {
        const said = ['0', '+44', '0044', '44', '+440'].map((before) => isWholeTelephone(before + after))
        expect(new Set(said).size).toBe(1)
        if (said[0] === true) expect([9, 10]).toContain(after.length)
      }),
    )
  })

  it('with a beginning that says where it is can be found again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(?:0|\+|00)[1-9][0-9]{5,15}$/u), (digits) => {
        if (isWholeTelephone(digits)) expect(parseTelephone(digits)).not.toBeNull()
      }),
      { numRuns: 1000 },
    )
  })
})

/** The digits of each script that writes numbers as we do, from nought to nine. */
const scripts = Intl.supportedValuesOf('numberingSystem').flatMap((numberingSystem) => {
  const numbers = new Intl.NumberFormat('en', { numberingSystem })
  const digits = Array.from({ length: 10 }, (_, value) => numbers.format(value))
  return digits.every((digit) => /^\p{Nd}$/u.test(digit)) ? [[numberingSystem, digits] as const] : []
})

describe('a number in digits of another script', () => {
  it.each(['arab', 'arabext', 'beng', 'deva', 'fullwide', 'guru', 'mathbold'])('may be of %s', (name) => {
    expect(scripts.map(([script]) => script)).toContain(name)
  })

  it.each(scripts)('of %s is the same number', (_script, digits) => {
    const written = (number: string) => number.replace(/[0-9]/gu, (digit) => digits[Number(digit)] ?? '')
    expect(inOurDigits(`(${digits.join('')})`)).toBe('(0123456789)')
    for (const number of ['07700 900461', '+44 (0)1632 960-987', '0035312345678']) {
      expect(parseTelephone(written(number))).toBe(parseTelephone(number))
      expect(isWholeTelephone(written(number))).toBe(true)
      expect(isWholeTelephone(written(number).slice(0, 6))).toBe(false)
    }
  })
})

it.each([
  '07700/900461',
  '07700 / 900 / 461',
  '(07700) 900461',
  '07700.900.461',
  '07700\u2013900461',
  '07700\u2212900461',
  '07700\u00a0900461',
  '\u202a07700 900461\u202c',
  '\uff0b44 7700 900461',
])('%j is read as it is meant, and can be rung', (text) => {
  expect(parseTelephone(text)).toBe('+447700900461')
  expect(isWholeTelephone(text)).toBe(true)
})

it.each([
  '01632 960 001/2',
  '01707 12345/6',
  '+353 1 234567/ 8',
  '01632 12345\uff0f6',
  '07700 900461 x2',
  '07700 900461, 07700 900462',
  '07700 \u0967',
  'a\u06f0',
])('%j is no number', (text) => {
  expect(parseTelephone(text)).toBeNull()
  expect(isWholeTelephone(text)).toBe(false)
})
