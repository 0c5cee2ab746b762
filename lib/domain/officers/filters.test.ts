import { describe, expect, it } from 'vitest'
import { isListed, isOnDuty, readOfficerFilters } from './filters'

const now = new Date('2026-11-21T12:00:00Z')
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const known = { districts: ['north', 'south'], languages: ['en', 'pl'] }
const officer = {
  active: true,
  districts: ['north'],
  languages: ['en', 'pl'],
  shifts: [{ startsAt: at(-1), endsAt: at(1) }],
}
const read = (query: Record<string, string | string[] | undefined>) => readOfficerFilters(query, known)

describe('what the list of officers is narrowed to', () => {
  it.each([
    [{}, { district: null, language: null, duty: null }],
    [
      { district: 'south', language: 'pl', duty: 'now' },
      { district: 'south', language: 'pl', duty: 'now' },
    ],
    [
      { district: 'gone', language: 'tlh', duty: 'soon' },
      { district: null, language: null, duty: null },
    ],
    [{ district: ['north', 'south'] }, { district: null, language: null, duty: null }],
  ])('is read from %j', (query, expected) => {
    expect(read(query)).toEqual(expected)
  })

  it.each([
    [{}, {}, true],
    [{ district: 'north' }, {}, true],
    [{ district: 'south' }, {}, false],
    [{ language: 'pl' }, {}, true],
    [{ language: 'pl' }, { languages: ['en'] }, false],
    [{ duty: 'now' }, {}, true],
    [{ duty: 'now' }, { shifts: [{ startsAt: at(1), endsAt: at(2) }] }, false],
    [{ duty: 'now' }, { active: false }, false],
    [{ duty: 'none' }, { shifts: [] }, true],
    [{ duty: 'none' }, { shifts: [{ startsAt: at(-2), endsAt: at(-1) }] }, true],
    [{ duty: 'none' }, {}, false],
    [{ district: 'north', language: 'pl', duty: 'none' }, {}, false],
  ])('by %j holds %j: %s', (query, change, expected) => {
    expect(isListed({ ...officer, ...change }, read(query), now)).toBe(expected)
  })
})

it('whoever does not serve is not on duty', () => {
  expect([isOnDuty(officer, now), isOnDuty({ ...officer, active: false }, now)]).toEqual([true, false])
})
