import { anonymous, callOrMail, codeOnly, textOnly, throughFriend } from './contact-plans'
import { abuse, olderCases } from './older-cases'
import type { SeedCase } from './seed-case'

/** Demonstration cases of every day: some new, some in work, some done. */
export const everydayCases: readonly SeedCase[] = [
  {
    journey: 'liaison',
    channel: 'online',
    hoursAgo: 22,
    district: 'home',
    answers: {
      reason: ['advice'],
      account: 'I would like to know what happens if I report something from last year.',
      ...codeOnly,
    },
    acts: [
      { hours: 1, by: 'officer', act: { do: 'take' } },
      { hours: 1.1, by: 'officer', act: { do: 'open' } },
      { hours: 1.5, by: 'officer', act: { do: 'status', status: 'in-progress' } },
      {
        hours: 1.6,
        by: 'officer',
        act: {
          do: 'message',
          text: 'Hello, and thank you for writing. You can tell us about last year in your own time, here or by telephone. Nothing is decided until you say so. What would you like to know first?',
        },
      },
      {
        hours: 1.7,
        by: 'officer',
        act: {
          do: 'agree',
          text: 'I get an answer here by Friday on what is asked in court, and nobody else is told that I asked.',
        },
      },
      { hours: 2, by: 'officer', act: { do: 'status', status: 'awaiting-contact' } },
    ],
    replies: [
      { hours: 20, text: 'Thank you. Would I have to say in court who I am? That is what worries me.' },
    ],
  },
  {
    journey: 'report',
    channel: 'phone-101',
    hoursAgo: 26,
    district: 'beside',
    answers: {
      ...abuse,
      happenedBefore: 'before',
      account: 'Called names at the bus stop by the same group as in spring.',
      placeKind: 'bus',
      strands: ['sexual-orientation', 'race'],
      suspect: ['known-by-sight'],
      suspectCount: 'several',
      wantsOfficer: 'yes',
      ...callOrMail,
    },
    acts: [
      { hours: 2, by: 'officer', act: { do: 'take' } },
      { hours: 3, by: 'officer', act: { do: 'open' } },
      { hours: 3.2, by: 'officer', act: { do: 'status', status: 'in-progress' } },
      { hours: 3.3, by: 'officer', act: { do: 'contact', way: 'call', result: 'spoke', next: 'as-agreed' } },
      {
        hours: 3.4,
        by: 'officer',
        act: {
          do: 'risk',
          risk: 'medium',
          reason: 'Same group, named in an earlier report. Route changed for now.',
        },
      },
      { hours: 3.5, by: 'officer', act: { do: 'letter', way: 'email', template: 'will-ring' } },
    ],
  },
  {
    journey: 'report',
    channel: 'online',
    hoursAgo: 4,
    district: 'home',
    answers: {
      ...abuse,
      account: 'A driver shouted at us from a van and threw a drink. We were holding hands.',
      whatHappened: ['abuse', 'spat-or-thrown'],
      placeKind: 'street',
      strands: ['sexual-orientation'],
      seenAs: ['was-with'],
      suspect: ['stranger'],
      ...anonymous,
    },
  },
  {
    journey: 'report',
    channel: 'third-party-centre',
    hoursAgo: 8,
    district: 'beside',
    answers: {
      ...abuse,
      whatHappened: ['mail'],
      account: 'Leaflets through the door of the hall.',
      placeKind: 'worship',
      strands: ['religion'],
      ...callOrMail,
    },
  },
  {
    journey: 'liaison',
    channel: 'in-person',
    hoursAgo: 2,
    district: 1,
    answers: {
      reason: ['event'],
      account: 'We hold our first Pride picnic in the park and would like to meet somebody before.',
      ...callOrMail,
    },
  },
  {
    journey: 'report',
    channel: 'online',
    hoursAgo: 12,
    district: 3,
    answers: {
      ...abuse,
      account: 'كتبوا كلمات مسيئة على باب المحل. \u202eThe words were written\u202c across the whole door.',
      whatHappened: ['damage'],
      placeKind: 'shop',
      strands: ['race', 'religion'],
      languages: ['ar'],
      ...throughFriend,
    },
  },
  {
    journey: 'report',
    channel: 'phone-101',
    hoursAgo: 6,
    district: null,
    answers: {
      ...abuse,
      account: 'Somewhere on the train between two stations. He moved away when people looked.',
      placeKind: 'rail',
      strands: ['disability'],
      ...textOnly,
    },
  },
  {
    journey: 'report',
    channel: 'online',
    hoursAgo: 16,
    district: 5,
    answers: {
      ...abuse,
      whatHappened: ['bullying'],
      account: 'Every PE lesson.',
      happenedBefore: 'often',
      placeKind: 'education',
      strands: ['transgender-identity'],
      suspect: ['pupil'],
      wantsOfficer: 'not-sure',
      ...codeOnly,
    },
  },
  ...olderCases,
  ...[2, 4, 5, 7].map((district, index): SeedCase => ({
    journey: 'report',
    channel: 'online',
    hoursAgo: 7 + index * 5,
    district,
    answers: {
      ...abuse,
      account:
        [
          'Outside the club.',
          'In the queue at the chemist.',
          'A note on my car.',
          'Messages under our shop’s page.',
        ][index] ?? null,
      placeKind: ['venue', 'health', 'near-home', 'work'][index] ?? 'street',
      strands:
        [['sexual-orientation'], ['religion'], ['race'], ['transgender-identity', 'sexual-orientation']][
          index
        ] ?? [],
      ...(index % 2 === 0 ? textOnly : anonymous),
    },
    ...(index === 0
      ? {}
      : { acts: [{ hours: 1 + index, by: 'triager', act: { do: 'assign-first' } }] as const }),
  })),
  {
    journey: 'liaison',
    channel: 'online',
    hoursAgo: 33,
    district: 3,
    answers: {
      reason: ['advice'],
      account: 'Can somebody come to our group and tell us what happens when we report?',
      ...codeOnly,
    },
    acts: [
      { hours: 2, by: 'supervisor', act: { do: 'open' } },
      { hours: 2.1, by: 'supervisor', act: { do: 'take' } },
      { hours: 3, by: 'supervisor', act: { do: 'status', status: 'in-progress' } },
      {
        hours: 3.1,
        by: 'supervisor',
        act: { do: 'message', text: 'Thank you for asking. Which evenings would suit your group?' },
      },
      { hours: 3.2, by: 'supervisor', act: { do: 'status', status: 'awaiting-contact' } },
    ],
  },
]
