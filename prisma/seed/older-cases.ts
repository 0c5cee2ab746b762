import { anonymous, callOrMail } from './contact-plans'
import type { SeedCase } from './seed-case'

/** Somebody was called names, once. */
export const abuse = {
  role: 'victim',
  whatHappened: ['abuse'],
  whenKind: 'day',
  happenedBefore: 'first',
} as const

/** Demonstration cases of the days before, in work or done. */
export const olderCases: readonly SeedCase[] = [
  {
    journey: 'liaison',
    channel: 'online',
    hoursAgo: 50,
    district: 6,
    answers: {
      reason: ['progress'],
      account: 'Nobody has told me anything since April.',
      earlierReference: 'I do not have it',
      ...callOrMail,
    },
    acts: [{ hours: 4, by: 'triager', act: { do: 'assign-first' } }],
  },
  {
    journey: 'report',
    channel: 'online',
    hoursAgo: 60,
    district: 7,
    answers: {
      ...abuse,
      whatHappened: ['refused'],
      account: 'The barber told me he does not cut “that sort” of hair.',
      placeKind: 'shop',
      strands: ['race'],
      ...anonymous,
    },
    acts: [
      { hours: 3, by: 'triager', act: { do: 'assign-first' } },
      { hours: 20, by: 'supervisor', act: { do: 'status', status: 'in-progress' } },
    ],
  },
  {
    journey: 'report',
    channel: 'in-person',
    hoursAgo: 90,
    district: 'home',
    answers: {
      ...abuse,
      account: 'At the market.',
      placeKind: 'street',
      strands: ['disability'],
      ...callOrMail,
    },
    acts: [
      { hours: 2, by: 'officer', act: { do: 'take' } },
      { hours: 2.2, by: 'officer', act: { do: 'open' } },
      { hours: 3, by: 'officer', act: { do: 'status', status: 'in-progress' } },
      {
        hours: 20,
        by: 'officer',
        act: { do: 'contact', way: 'call', result: 'no-answer', next: 'try-again' },
      },
      { hours: 39, by: 'officer', act: { do: 'contact', way: 'call', result: 'spoke', next: 'nothing' } },
      {
        hours: 40,
        by: 'officer',
        act: {
          do: 'close',
          disposition: 'advice',
          reason: 'Spoke for half an hour. She wanted it known, not followed up. Support leaflet sent.',
        },
      },
    ],
  },
  {
    journey: 'liaison',
    channel: 'online',
    hoursAgo: 130,
    district: 'beside',
    answers: { reason: ['education'], account: 'Could somebody talk to our sixth form?', ...callOrMail },
    acts: [
      { hours: 5, by: 'officer', act: { do: 'take' } },
      { hours: 8, by: 'officer', act: { do: 'status', status: 'in-progress' } },
      {
        hours: 9,
        by: 'officer',
        act: { do: 'contact', way: 'email', result: 'left-message', next: 'wait-for-them' },
      },
      {
        hours: 70,
        by: 'officer',
        act: { do: 'close', disposition: 'support-only', reason: 'Visit arranged with the school.' },
      },
    ],
  },
]
