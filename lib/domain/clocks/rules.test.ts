import { describe, expect, it } from 'vitest'
import { forces } from '@/lib/force/forces'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { controlRoomRules } from '../desk-alerts'
import type { Force } from '../force'
import { promisedBy } from '../promise'
import { checkForce } from './check-force'
import { clockState, nearestClock } from './clock-state'
import type { CaseClock } from './clock-state'
import { escalationRules, isSettledByHand, passesAlone, raisedBy } from './escalation-rules'
import type { EscalationFacts } from './escalation-rules'
import { lateKind, promiseKind } from './promise-words'
import { after } from './span'

const start = Date.parse('2026-11-18T10:00:00Z')
const at = (minutes: number) => new Date(start + minutes * 60_000)

const clock = (dueIn: number | null, more: Partial<CaseClock> = {}): CaseClock => ({
  ...{ kind: 'next-update', startedAt: at(0), pausedAt: null, dutyAt: null },
  ...{ beyondTarget: false, asked: null, reach: null },
  ...{ dueAt: dueIn === null ? null : at(dueIn), ...more },
})

describe('how a clock stands', () => {
  it.each([
    [8 * 60, 5 * 60, 'ahead'],
    [8 * 60, 6 * 60, 'at-risk'],
    [8 * 60, 8 * 60, 'at-risk'],
    [8 * 60, 8 * 60 + 1, 'broken'],
    // An hour before, where a quarter is less; and from the start, where there is no hour.
    [120, 59, 'ahead'],
    [120, 60, 'at-risk'],
    [30, 0, 'at-risk'],
  ] as const)('due in %i minutes, after %i: %s', (due, now, state) => {
    expect(clockState(clock(due), at(now))).toBe(state)
  })

  it('that stands still is not broken, however long', () => {
    expect(clockState(clock(null, { pausedAt: at(0) }), at(1e6))).toBe('paused')
    expect(clockState(clock(60, { pausedAt: at(0) }), at(1e6))).toBe('paused')
  })

  it('the nearest is the first contact, then what is due first, then what stands still', () => {
    const [first, soon, later] = [
      clock(900, { kind: 'first-contact' }),
      clock(60),
      clock(90, { kind: 'review' }),
    ]
    const paused = clock(null, { pausedAt: at(0) })
    const danger = clock(1, { kind: 'acknowledge' })
    expect(nearestClock([later, soon, first, danger])).toBe(danger)
    expect(nearestClock([later, soon, first])).toBe(first)
    expect(nearestClock([later, soon])).toBe(soon)
    expect(nearestClock([paused, later])).toBe(later)
    expect(nearestClock([paused])).toBe(paused)
    expect(nearestClock([])).toBeNull()
  })
})

describe('what a supervisor has to know of', () => {
  const quiet: EscalationFacts = {
    ...{ risk: 'low', receivedAt: at(0), promisedBy: at(1000), firstOpenedAt: at(1), unroutedAt: null },
    ...{ brokenAt: {}, riskRules: [], controlRoomTold: false },
  }
  const unseen = { ...quiet, firstOpenedAt: null }
  const undated = { risk: 'low', riskRules: ['injured-undated'] } as const
  const danger = { risk: 'high', riskRules: ['happening-now'] } as const
  it.each<[string, EscalationFacts, number, readonly string[]]>([
    ['nothing', quiet, 1e6, []],
    [
      'a message of danger that nobody read in time',
      { ...quiet, brokenAt: { acknowledge: at(4) } },
      4,
      ['danger-message'],
    ],
    ['danger just now', { ...unseen, risk: 'high' }, 14, []],
    ['danger', { ...unseen, risk: 'high' }, 15, ['danger-unacknowledged']],
    ['danger for long, told once', { ...unseen, risk: 'high' }, 1e6, ['danger-unacknowledged']],
    ['danger somebody has seen', { ...quiet, risk: 'high' }, 999, []],
    ['danger somebody has just seen', { ...quiet, ...danger }, 14, []],
    ['danger somebody has seen, and told nobody of', { ...quiet, ...danger }, 15, ['control-room-untold']],
    ['danger somebody has told of', { ...quiet, ...danger, controlRoomTold: true }, 999, []],
    ['danger nobody has seen', { ...unseen, ...danger }, 15, ['danger-unacknowledged']],
    [
      'what calls for 999 nobody has seen, whatever its risk',
      { ...unseen, ...undated },
      15,
      ['danger-unacknowledged'],
    ],
    [
      'what calls for 999 the control room knows of',
      { ...unseen, ...undated, controlRoomTold: true },
      749,
      [],
    ],
    ['what asks a supervisor alone', { ...quiet, riskRules: ['suspect-police'] }, 999, []],
    ['not seen', unseen, 749, []],
    ['not seen for long', unseen, 750, ['unopened']],
    ['nobody to ask', { ...quiet, unroutedAt: at(2) }, 2, ['unrouted']],
    [
      'broken',
      { ...quiet, brokenAt: { 'first-contact': at(3), 'next-update': at(3), review: at(3) } },
      3,
      ['promise-broken', 'update-overdue', 'review-overdue'],
    ],
  ])('%s', (_, facts, minutes, rules) => {
    expect(raisedBy(facts, hertfordshire, at(minutes)).map(({ rule }) => rule)).toEqual(rules)
  })

  it.each(controlRoomRules)(
    'is told within a quarter of an hour that nobody has opened what calls for 999: %s',
    (rule) => {
      const facts = { ...unseen, risk: 'medium', riskRules: [rule] } as const
      expect(raisedBy(facts, hertfordshire, at(15)).map((raised) => raised.rule)).toEqual([
        'danger-unacknowledged',
      ])
    },
  )

  it('is told that nobody has opened a case by the target, also where the promise is later', () => {
    const target = promisedBy('low', at(0), hertfordshire).getTime() - at(0).getTime()
    const later = { ...unseen, promisedBy: new Date(at(0).getTime() + 3 * target) }
    const told = (share: number) =>
      raisedBy(later, hertfordshire, new Date(at(0).getTime() + share * target)).map(({ rule }) => rule)
    expect(told(0.74)).toEqual([])
    expect(told(0.75)).toEqual(['unopened'])
  })

  it('passes alone once it is seen to, but what was promised', () => {
    const alone = escalationRules.map(({ id }) => id).filter((id) => passesAlone(id))
    expect(alone).toEqual([
      ...['danger-message', 'danger-unacknowledged', 'control-room-untold', 'unrouted', 'unopened'],
    ])
    expect(alone.filter((id) => isSettledByHand(id))).toEqual(['control-room-untold'])
    expect(isSettledByHand('nothing-of-the-kind')).toBe(false)
    expect(passesAlone('nothing-of-the-kind')).toBe(false)
  })
})

describe('the times a force sets', () => {
  it.each(Object.values(forces))('are sound in $area', (force) => {
    expect(checkForce(force)).toEqual([])
  })

  const low = (amount: number, unit: 'hours' | 'working-days' = 'hours'): Partial<Force> => ({
    promises: { ...hertfordshire.promises, low: { amount, unit } },
  })
  const callBacks = (change: Partial<Force['callBacks']>): Partial<Force> => ({
    callBacks: { ...hertfordshire.callBacks, ...change },
  })
  const statistics = (change: Partial<Force['statistics']>): Partial<Force> => ({
    statistics: { ...hertfordshire.statistics, ...change },
  })
  it.each<[Partial<Force>, string]>([
    [low(0), 'promises.low must be more than nothing'],
    [low(-1), 'promises.low must be more than nothing'],
    [low(Number.NaN), 'promises.low must be more than nothing'],
    [low(1.5, 'working-days'), 'promises.low must be a whole number of working days'],
    [
      { escalations: { dangerUnacknowledgedMinutes: 0, acknowledgeMinutes: 15, unopenedShare: 0.5 } },
      'escalations.dangerUnacknowledgedMinutes must be more than nothing',
    ],
    [
      { escalations: { dangerUnacknowledgedMinutes: 15, acknowledgeMinutes: 0, unopenedShare: 0.5 } },
      'escalations.acknowledgeMinutes must be more than nothing',
    ],
    [
      { escalations: { dangerUnacknowledgedMinutes: 15, acknowledgeMinutes: 15, unopenedShare: 2 } },
      'escalations.unopenedShare must be more than 0 and at most 1',
    ],
    [{ readingHours: { from: '08:00', to: '08:00', days: [1] } }, 'readingHours must end after they begin'],
    [{ readingHours: { from: '08:00', to: '09:00', days: [] } }, 'readingHours must have a day'],
    [callBacks({ to: '09:00' }), 'callBacks must end after they begin'],
    [callBacks({ days: [] }), 'callBacks must have a day'],
    [callBacks({ slotMinutes: 0 }), 'callBacks.slotMinutes must be whole and more than nothing'],
    [callBacks({ daysAhead: 0 }), 'callBacks must be from now on, for a day at least'],
    [statistics({ minimum: 2 }), 'statistics.minimum must be a whole number, 3 at least'],
    [statistics({ minimum: 4.5 }), 'statistics.minimum must be a whole number, 3 at least'],
    [statistics({ yearBegins: 13 }), 'statistics.yearBegins must be a month, 1 to 12'],
    [statistics({ settleDays: -1 }), 'statistics.settleDays must be a whole number of days'],
    [statistics({ openingMonths: 0 }), 'statistics.openingMonths must be a whole number, 1 to 12'],
    [statistics({ openingMonths: 13 }), 'statistics.openingMonths must be a whole number, 1 to 12'],
    [{ openData: { licence: 'Ours', url: 'http://example.test' } }, 'openData.url must begin with https://'],
  ])('are refused: %s', (change, problem) => {
    expect(checkForce({ ...hertfordshire, ...change })).toEqual([`Hertfordshire Constabulary: ${problem}.`])
  })

  it.each([0, -5, Number.NaN, Number.POSITIVE_INFINITY])(
    'a span of %s is answered all the same',
    (amount) => {
      for (const unit of ['hours', 'working-hours', 'working-days'] as const) {
        for (const minutes of [0, 13 * 60, 4 * 24 * 60]) {
          expect(after({ amount, unit }, at(minutes), hertfordshire).getTime()).toBeGreaterThanOrEqual(
            at(minutes).getTime(),
          )
        }
      }
    },
  )
  it('hours of reading that never come are answered too', () => {
    const never = { ...hertfordshire, readingHours: { from: '09:00', to: '17:00', days: [] } }
    expect(after({ amount: 1, unit: 'working-hours' }, at(0), never)).toEqual(at(0))
  })
})

it.each([
  ['aim', { asked: 'nobody' }, 0],
  ['aim', { asked: 'nobody', reach: 'none' }, 0],
  ['not-reachable', { reach: 'none' }, 0],
  ['not-reachable', { reach: 'none', asked: 'desk-first' }, 0],
  ['desk-first', { asked: 'desk-first', dutyAt: null }, 0],
  ['desk-first-code', { asked: 'desk-first', dutyAt: null, reach: 'code' }, 0],
  ['next-duty-code', { reach: 'code' }, 0],
  ['later-code', { reach: 'code', beyondTarget: true }, 0],
  ['person-first-theirs', { reach: 'theirs', asked: 'person-first' }, 0],
  ['next-duty-theirs', { reach: 'theirs' }, 0],
  ['on-duty-theirs', { reach: 'theirs' }, 60],
  ['contact-theirs', { reach: 'theirs' }, 75],
  ['person-first', { asked: 'person-first' }, 0],
  ['nobody-known', { dutyAt: null }, 0],
  ['next-duty', {}, 0],
  ['later', { beyondTarget: true }, 0],
  ['on-duty', {}, 60],
  ['on-duty', {}, 74],
  ['contact', {}, 75],
  ['contact', { beyondTarget: true }, 75],
] as const)('%s are the words for %j after %i minutes', (kind, more, minutes) => {
  const promise = {
    asked: 'officer',
    reach: 'out',
    by: at(900),
    dutyAt: at(60),
    beyondTarget: false,
  } as const
  expect(promiseKind({ ...promise, ...more }, at(minutes))).toBe(kind)
})

it.each([
  ['lateContact', {}],
  ['lateContact', { asked: 'desk-first', dutyAt: null }],
  ['lateMessage', { reach: 'code' }],
  ['lateAim', { reach: 'theirs' }],
  ['lateAim', { reach: 'none' }],
  ['lateAim', { dutyAt: null }],
  ['lateAim', { asked: 'nobody' }],
] as const)('%s are the words for %j that was not kept', (kind, more) => {
  const promise = {
    asked: 'officer',
    reach: 'out',
    by: at(900),
    dutyAt: at(60),
    beyondTarget: false,
  } as const
  expect(lateKind({ ...promise, ...more })).toBe(kind)
})
