import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bedfordshire } from '@/lib/force/bedfordshire'
import { forces } from '@/lib/force/forces'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { placeOf } from './place'

describe('placeOf', () => {
  it.each([
    ['AL1 1AA', { kind: 'district', district: 'st-albans' }],
    ['hp1', { kind: 'district', district: 'dacorum' }],
    ['SG1 1AA', { kind: 'ask', districts: ['stevenage', 'north-herts'], others: [] }],
    [
      'WD25 1AA',
      { kind: 'ask', districts: ['watford', 'hertsmere', 'three-rivers', 'st-albans'], others: [] },
    ],
    ['EN9 1AA', { kind: 'ask', districts: ['broxbourne'], others: ['essex'] }],
    ['SG8', { kind: 'ask', districts: ['north-herts'], others: ['cambridgeshire', 'essex', 'bedfordshire'] }],
    ['EN1 1AA', { kind: 'outside', forces: ['metropolitan'] }],
    ['LU4 1AA', { kind: 'outside', forces: ['bedfordshire'] }],
    ['M1 1AE', { kind: 'outside', forces: ['greater-manchester'] }],
    ['MK40 1AA', { kind: 'outside', forces: ['thames-valley', 'bedfordshire', 'northamptonshire'] }],
    ['SG99 1AA', { kind: 'unknown' }],
    ['ZZ1 1AA', { kind: 'unknown' }],
    ['GY1 1AA', { kind: 'unknown' }],
    ['constructor', { kind: 'unknown' }],
    ['', { kind: 'unknown' }],
  ])('in Hertfordshire %j is %j', (postcode, place) => {
    expect(placeOf(postcode, hertfordshire)).toEqual(place)
  })

  it.each([
    ['MK40 1AA', { kind: 'district', district: 'bedford' }],
    ['LU3 1AA', { kind: 'ask', districts: ['luton', 'central-bedfordshire'], others: [] }],
    ['SG5', { kind: 'ask', districts: ['central-bedfordshire'], others: ['hertfordshire'] }],
    ['SG1 1AA', { kind: 'outside', forces: ['hertfordshire'] }],
    ['WD17 1AA', { kind: 'outside', forces: ['hertfordshire', 'metropolitan', 'thames-valley'] }],
  ])('in Bedfordshire %j is %j', (postcode, place) => {
    expect(placeOf(postcode, bedfordshire)).toEqual(place)
  })
})

describe.each(Object.values(forces))('placeOf in $area', (force) => {
  const outcodes = Object.entries(force.outcodes)

  it.each(outcodes)('resolves %s to exactly what its hint allows', (outcode, hint) => {
    const place = placeOf(`${outcode} 1AA`, force)
    if (hint.districts.length === 0) expect(place).toEqual({ kind: 'outside', forces: hint.others })
    else if (hint.districts.length === 1 && hint.others.length === 0)
      expect(place).toEqual({ kind: 'district', district: hint.districts[0] })
    else expect(place).toEqual({ kind: 'ask', districts: hint.districts, others: hint.others })
  })

  it('does not mind case or spaces', () => {
    const spaced = fc
      .tuple(
        fc.constantFrom(...outcodes.map(([outcode]) => outcode)),
        fc.array(fc.boolean(), { minLength: 8 }),
      )
      .map(([outcode, choices]) => ({
        tidy: `${outcode} 1AA`,
        written: Array.from(`${outcode}1AA`)
          .map((c, i) => (choices[i] === true ? ` ${c.toLowerCase()}` : c))
          .join(''),
      }))
    fc.assert(
      fc.property(spaced, ({ tidy, written }) => {
        expect(placeOf(written, force)).toEqual(placeOf(tidy, force))
      }),
    )
  })

  it('never throws, and names only districts and forces that exist', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.stringMatching(/^[A-Z]{1,2}[0-9]{1,2}( ?[0-9][A-Z]{2})?$/u),
    )
    fc.assert(
      fc.property(text, (postcode) => {
        const place = placeOf(postcode, force)
        const districts =
          place.kind === 'ask' ? place.districts : place.kind === 'district' ? [place.district] : []
        const others = place.kind === 'ask' ? place.others : place.kind === 'outside' ? place.forces : []
        expect(force.districts.map(({ id }) => id)).toEqual(expect.arrayContaining(districts))
        expect(Object.keys(force.policeForces)).toEqual(expect.arrayContaining(others))
        expect(others).not.toContain(force.id)
        if (place.kind === 'outside') expect(others.length).toBeGreaterThan(0)
      }),
      { numRuns: 1000 },
    )
  })
})
