import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { momentOf } from '../eligibility'
import type { OfficerFacts } from '../officer-facts'
import { restsNot } from './rests-with'

const now = new Date('2026-11-20T12:00:00Z')
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const shift = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) })
const moment = momentOf(now, hertfordshire)
const holder: OfficerFacts = {
  ...{ id: 'a', active: true, districts: ['stevenage'], languages: ['en'], specialisms: [] },
  ...{
    trainingUntil: new Date('2027-06-30'),
    openLimit: 2,
    openCases: 2,
    oneMore: false,
    handingOver: false,
  },
  ...{ lastAssignedAt: null, shifts: [shift(20, 28)], conflicts: false },
}

describe('a case', () => {
  it.each<[string, Partial<OfficerFacts> | null, number | null, number | null, string | null]>([
    ['rests with whoever is back before it is due', {}, 21, null, null],
    ['does not rest with whoever is back after', {}, 19, null, 'no-duty-ahead'],
    ['rests over a weekend in which nothing is due', { shifts: [shift(70, 78)] }, 100, null, null],
    ['rests where nothing is due at all', { shifts: [shift(300, 308)] }, null, null, null],
    ['does not rest with whoever is not on duty any more', { shifts: [] }, null, null, 'no-duty-ahead'],
    ['that is late rests with whoever is on duty', { shifts: [shift(-3, 1)] }, -50, null, null],
    ['that is late rests with whoever is back within a day', {}, -50, null, null],
    [
      'that is late rests with nobody away for longer',
      { shifts: [shift(25, 30)] },
      -50,
      null,
      'no-duty-ahead',
    ],
    ['rests with whoever took it while off duty', {}, 19, -1, null],
    ['rests a day with them, and no longer', {}, 19, -25, 'no-duty-ahead'],
    [
      'does not rest for what they did on duty',
      { shifts: [shift(-3, -1), shift(20, 28)] },
      19,
      -2,
      'no-duty-ahead',
    ],
    [
      'rests with nobody whose training is over',
      { trainingUntil: new Date('2026-11-19'), shifts: [shift(-3, 1)] },
      50,
      null,
      'training-lapsed',
    ],
    ['rests with nobody without training', { trainingUntil: null }, 50, null, 'not-trained'],
    ['rests with nobody who hands over, whatever they did', { handingOver: true }, 50, -1, 'handing-over'],
    ['rests with nobody who takes none', { active: false }, 50, -1, 'inactive'],
    ['rests with nobody who is no officer', null, 50, -1, 'inactive'],
  ])('%s', (_, facts, due, touched, reason) => {
    const held = { dueAt: due === null ? null : at(due), touchedAt: touched === null ? null : at(touched) }
    expect(restsNot(facts === null ? null : { ...holder, ...facts }, held, moment)).toBe(reason)
  })
})

it('rests with nobody who is away until after it is due', () => {
  const hours = fc.integer({ min: 1, max: 500 })
  fc.assert(
    fc.property(fc.array(hours, { maxLength: 5 }), hours, (starts, due) => {
      const shifts = starts.map((from) => shift(from, from + 8))
      const rests = restsNot({ ...holder, shifts }, { dueAt: at(due), touchedAt: null }, moment) === null
      expect(rests).toBe(starts.some((from) => from < due))
    }),
  )
})
