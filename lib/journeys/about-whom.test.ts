import { describe, expect, it, test } from 'vitest'
import { findJourney } from './find-journey'
import { notTheirs, takesWords } from './about-whom'

/** Whose data each answer is, journey by journey. A question that is added has to be thought about here. */
const theirs = {
  report: [
    ...[
      'role',
      'relation',
      'contactWhom',
      'whatHappened',
      'account',
      'whenKind',
      'whenDate',
      'happenedBefore',
    ],
    ...['whenWords', 'placeKind', 'postcode', 'address', 'placeDescription', 'onlinePlatform', 'district'],
    ...['outside', 'outcome', 'wantsOfficer', 'officerPreferences', 'excludeDistricts', 'needs', 'languages'],
    ...['needsWords', 'contactChoice', 'safeWays', 'contactWhen', 'voicemail', 'maySay', 'ifSomeoneElse'],
    ...['returnCode', 'identityWords', 'previousName', 'mayKnow'],
  ],
  liaison: [
    ...['reason', 'account', 'earlierReference', 'harm', 'postcode', 'district', 'outside'],
    ...['officerPreferences', 'excludeDistricts', 'needs', 'languages', 'needsWords', 'contactChoice'],
    ...['safeWays', 'contactWhen', 'voicemail', 'maySay', 'ifSomeoneElse', 'returnCode'],
    ...['identityWords', 'previousName', 'mayKnow'],
  ],
}
const reached = [
  ...['othersSee', 'name', 'pronouns', 'phone', 'email', 'postalAddress', 'coverStory'],
  ...['contactDays', 'contactHours', 'contactTimes'],
  'mustNotKnow',
]
const another = ['trustedPerson', 'mustNotKnowWho', 'excludeWho']
const suspects = ['suspect', 'suspectCount', 'suspectNear', 'suspectWords', 'onlineHandle']
const asked = {
  report: {
    theirs: theirs.report,
    harmed: ['strands', 'seenAs', 'whyWords', 'harm', 'harmWords'],
    reached,
    another: [...another, ...suspects, 'theyKnow', 'reachThem'],
  },
  liaison: { theirs: theirs.liaison, harmed: [], reached, another },
}

describe.each(Object.entries(asked))('every question of %s', (id, groups) => {
  const ids = new Set(findJourney(id)?.steps.flatMap(({ questions }) => questions.map((one) => one.id)))
  const idsOf = (about: string | undefined) => {
    const questions = findJourney(id)?.steps.flatMap((step) => step.questions) ?? []
    return [...new Set(questions.filter((one) => one.about === about).map((one) => one.id))].sort()
  }

  it('has been thought about', () => {
    expect(Object.values(groups).flat().sort()).toEqual([...ids].sort())
  })

  it.each([
    [undefined, groups.theirs],
    ['harmed', groups.harmed],
    ['reached', groups.reached],
    ['another', groups.another],
  ] as const)('about %s', (about, expected) => {
    expect(idsOf(about)).toEqual([...expected].sort())
  })
})

test.each([
  ['report', 'account', { role: 'witness' }, null],
  ['report', 'suspectWords', { role: 'victim' }, 'another-person'],
  ['report', 'harm', { role: 'victim' }, null],
  ['report', 'harm', { role: 'witness' }, 'another-person'],
  ['report', 'strands', { role: 'on-behalf' }, 'another-person'],
  ['liaison', 'harm', {}, null],
  ['report', 'phone', { role: 'witness' }, null],
  ['report', 'phone', { role: 'on-behalf', contactWhom: 'me' }, null],
  ['report', 'phone', { role: 'on-behalf', contactWhom: 'them' }, 'another-person'],
  ['report', 'phone', { role: 'on-behalf', contactWhom: 'both' }, 'another-person'],
  ['report', 'phone', { role: 'on-behalf', contactWhom: null }, 'another-person'],
  ['report', 'a question of long ago', {}, 'unknown-question'],
  ['a journey of long ago', 'account', {}, 'unknown-question'],
])('in %s, %s of %j is left out as: %s', (journey, question, answers, expected) => {
  expect(notTheirs(journey, question, answers)).toBe(expected)
})

test('words of somebody’s own are told from choices', () => {
  expect([takesWords('report', 'account'), takesWords('report', 'harm')]).toEqual([true, false])
})
