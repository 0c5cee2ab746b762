import { describe, expect, it } from 'vitest'
import rules from '@/lib/i18n/messages/en/rules.json'
import { momentOf } from '../eligibility'
import { hertfordshire } from '@/lib/force/hertfordshire'
import type { OfficerFacts, RoutingFacts } from '../officer-facts'
import { isConflict, readDeclineReason } from './decline-reasons'
import { lapseOf, notToBeAsked } from './offer'
import type { DutyOver } from './offer'
import { specialismsOf } from './specialisms-of'

const now = new Date('2026-11-20T12:00:00Z')
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const moment = momentOf(now, hertfordshire)
const asked: OfficerFacts = {
  ...{ id: 'a', active: true, districts: ['stevenage'], languages: ['en'], specialisms: [] },
  ...{
    trainingUntil: new Date('2027-06-30'),
    openLimit: 2,
    openCases: 1,
    oneMore: false,
    handingOver: false,
  },
  ...{ lastAssignedAt: null, shifts: [{ startsAt: at(-2), endsAt: at(6) }], conflicts: false },
}
const facts: RoutingFacts = {
  ...{ district: 'stevenage', languages: [], excludedDistricts: [], excludedOfficers: [], restricted: false },
}

describe('an offer', () => {
  it.each<[string, Partial<OfficerFacts> | null, Partial<RoutingFacts>, DutyOver | null, string | null]>([
    ['holds while its officer is on duty', {}, {}, null, null],
    ['holds where it is itself what fills the limit', { openCases: 2 }, {}, null, null],
    ['lapses where there is no room without it', { openCases: 3 }, {}, null, 'at-limit'],
    ['lapses with the duty it was for', {}, {}, 'duty-over', 'duty-over'],
    ['lapses with a duty too short to answer in', {}, {}, 'duty-too-short', 'duty-too-short'],
    ['lapses with leave', { shifts: [] }, {}, null, 'no-duty-ahead'],
    ['says leave before the end of duty', { shifts: [] }, {}, 'duty-over', 'no-duty-ahead'],
    ['lapses with training', { trainingUntil: new Date('2026-11-19') }, {}, null, 'training-lapsed'],
    ['lapses with a conflict', { conflicts: true }, {}, null, 'conflict-declared'],
    ['lapses when they hand over', { handingOver: true }, {}, null, 'handing-over'],
    ['lapses with their being an officer', { active: false }, {}, null, 'inactive'],
    ['lapses where they are none any more', null, {}, null, 'inactive'],
    ['lapses with a district left out', {}, { excludedDistricts: ['stevenage'] }, null, 'excluded-district'],
  ])('%s', (_, officer, about, dutyOver, reason) => {
    const one = officer === null ? null : { ...asked, ...officer }
    expect(lapseOf(one, { ...facts, ...about }, moment, dutyOver)).toBe(reason)
  })
})

it.each([
  [{ restricted: true, namesExclusion: true, wantsOfficer: true }, 'restricted-to-supervisors'],
  [{ restricted: false, namesExclusion: true, wantsOfficer: false }, 'somebody-described'],
  [{ restricted: false, namesExclusion: false, wantsOfficer: false }, 'officer-not-asked-for'],
  [{ restricted: false, namesExclusion: false, wantsOfficer: true }, null],
] as const)('who is not to be asked by itself: %j is %s', (found, rule) => {
  expect(notToBeAsked(found)).toBe(rule)
  if (rule !== null) expect(rules.routing).toHaveProperty(rule)
})

it('reads a reason to say no out of a form, and nothing else', () => {
  expect(readDeclineReason('too-much')).toBe('too-much')
  expect(readDeclineReason('I am ill')).toBeNull()
  expect(
    ['too-much', 'know-somebody', 'other-reason']
      .map((one) => readDeclineReason(one))
      .map((one) => one !== null && isConflict(one)),
  ).toEqual([false, true, false])
})

describe('a specialism fits', () => {
  const force = {
    specialisms: [
      { id: 'faith', strands: ['religion'] },
      { id: 'home', riskRules: ['close' as const] },
      { id: 'never' },
    ],
  }
  it.each([
    [{ strands: ['religion'], riskRules: [] }, ['faith']],
    [{ strands: ['race'], riskRules: ['close', 'weapon'] }, ['home']],
    [{ strands: ['race', 'religion'], riskRules: ['close'] }, ['faith', 'home']],
    [{ strands: [], riskRules: [] }, []],
  ])('%j: %j', (found, fitting) => {
    expect(specialismsOf(found, force)).toEqual(fitting)
  })
})
