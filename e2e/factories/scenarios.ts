import type { FieldValues } from '@/lib/journey/view'

/** Somebody's way through a journey: what they give to every field they meet, by the field's name. */
export interface Scenario {
  readonly name: string
  readonly journey: 'report' | 'liaison'
  readonly fields: FieldValues
}

const everyWay: FieldValues = {
  contactChoice: 'plan',
  safeWays: ['call', 'text', 'email', 'post', 'trusted'],
  othersSee: 'not-sure',
  name: 'Sam Ó Briain',
  pronouns: 'they/them',
  phone: '07700 900461',
  email: 'sam@example.test',
  postalAddress: 'Care of the library',
  trustedPerson: 'Alex, a friend, 01632 960001',
  contactWhen: 'only-at',
  contactTimes: 'After six in the evening',
  voicemail: 'name-only',
  maySay: 'neutral',
  ifSomeoneElse: 'reason',
  coverStory: 'It is about a library book',
  mustNotKnow: ['partner', 'work'],
  mustNotKnowWho: 'My manager',
  returnCode: 'yes',
}

const wishes: FieldValues = {
  officerPreferences: ['plain-clothes', 'not-at-home'],
  excludeDistricts: ['watford'],
  excludeWho: 'The officer who came last time',
  needs: ['interpreter', 'companion'],
  languages: ['cy'],
  needsWords: 'Please speak slowly',
}

/** Between them these take every branch of both journeys; `scenarios.test.ts` holds them to it. */
export const scenarios: readonly Scenario[] = [
  {
    name: 'a victim who says everything and can be reached in every way',
    journey: 'report',
    fields: {
      role: 'victim',
      whatHappened: ['abuse', 'threats', 'damage'],
      account: 'We were walking back from the station.\nTwo men shouted at us.',
      whenKind: 'day',
      'whenDate-day': '3',
      'whenDate-month': '2',
      'whenDate-year': '2026',
      whenWords: 'About half past six',
      happenedBefore: 'worse',
      beforeWords: 'Three times since spring',
      placeKind: 'street',
      postcode: 'sg1 1ab',
      address: 'Outside the baker',
      placeDescription: 'By the underpass',
      district: 'stevenage',
      strands: ['transgender-identity', 'race'],
      seenAs: ['was-with'],
      whyWords: 'Because of what they shouted',
      suspect: ['neighbour'],
      suspectCount: 'several',
      suspectNear: 'yes',
      suspectWords: 'One has a red coat',
      harm: ['threats', 'afraid-home'],
      harmWords: 'I cannot sleep',
      wantsOfficer: 'yes',
      outcome: ['advice', 'patrol'],
      ...wishes,
      ...everyWay,
    },
  },
  {
    name: 'a witness who gives only what is required and no name',
    journey: 'report',
    fields: {
      role: 'witness',
      whatHappened: ['abuse'],
      placeKind: 'park',
      district: 'not-sure',
      contactChoice: 'anonymous',
      returnCode: 'no',
    },
  },
  {
    name: 'somebody acting for a friend about messages online, with a code only',
    journey: 'report',
    fields: {
      role: 'on-behalf',
      theyKnow: 'agree',
      relation: 'friend',
      contactWhom: 'both',
      reachThem: 'By text, in the morning',
      whatHappened: ['online', 'images'],
      placeKind: 'online',
      onlinePlatform: 'A game',
      onlineHandle: '@somebody',
      district: 'dacorum',
      contactChoice: 'code-only',
    },
  },
  {
    name: 'somebody with information about a place elsewhere, sent all the same, who will get in touch themselves',
    journey: 'report',
    fields: {
      role: 'information',
      whatHappened: ['other'],
      placeKind: 'shop',
      postcode: 'LS1 1AA',
      outside: 'send-anyway',
      contactChoice: 'plan',
      safeWays: ['i-will-contact'],
      returnCode: 'no',
    },
  },
  {
    name: 'somebody in the middle of it, hurt by an officer, who wants letters only',
    journey: 'report',
    fields: {
      role: 'victim',
      whatHappened: ['assault'],
      whenKind: 'now',
      placeKind: 'home',
      postcode: 'WD17 1AA',
      suspect: ['police'],
      harm: ['injured', 'self-harm'],
      contactChoice: 'plan',
      safeWays: ['post', 'code'],
      postalAddress: 'A box at the post office',
    },
  },
  {
    name: 'a request with everything said',
    journey: 'liaison',
    fields: {
      reason: ['progress', 'outed'],
      account: 'I reported in March and have heard nothing.',
      earlierReference: 'HC-7K2Q-M4TD',
      harm: ['threat-to-out'],
      postcode: 'SG1 1AB',
      district: 'stevenage',
      ...wishes,
      ...everyWay,
    },
  },
  {
    name: 'a request with the least, answered by code',
    journey: 'liaison',
    fields: { reason: ['advice'], postcode: 'AL10 0AA', contactChoice: 'code-only' },
  },
  {
    name: 'a request from elsewhere, by e-mail',
    journey: 'liaison',
    fields: {
      reason: ['other'],
      district: 'outside-area',
      outside: 'send-anyway',
      contactChoice: 'plan',
      safeWays: ['email'],
      email: 'sam@example.test',
      returnCode: 'no',
    },
  },
]
