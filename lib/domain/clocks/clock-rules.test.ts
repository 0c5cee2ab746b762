import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { risks } from '../words'
import {
  contactResults,
  dueOf,
  followChange,
  followContact,
  followReview,
  outcomeOf,
  updateDue,
} from './clock-rules'
import type { ClockedCase, ClockStep, ContactResult, RunningClock } from './clock-rules'

const hour = 3_600_000
const start = Date.parse('2026-11-18T10:00:00Z')
const after = (hours: number) => new Date(start + hours * hour)
const fresh: ClockedCase = { status: 'new', lastMessageFrom: null, lastMessageAt: null, erased: false }

type Change = Partial<ClockedCase> & { readonly review?: true; readonly contact?: ContactResult }

/** Plays changes an hour apart and gives what runs and what ended, in words. */
function play(...changes: readonly Change[]) {
  let now = fresh
  let { running } = followChange([], null, now, after(0))
  const ends: string[] = []
  changes.forEach((change, index) => {
    const next = { ...now, ...change, ...(change.lastMessageFrom === 'reporter' ? moved(now) : {}) }
    const step = follow(change, running, now, next, after(index + 1))
    ends.push(...step.ended.map(({ kind }) => `${kind} ${String(index + 1)}`))
    running = step.running
    now = next
  })
  const said = running.map(({ kind, startedAt, pausedAt }) => {
    const since = (startedAt.getTime() - start) / hour
    return `${kind} ${String(since)}${pausedAt === null ? '' : ' paused'}`
  })
  return { running: said.sort(), ends: ends.sort() }
}

function follow(
  { review, contact }: Change,
  running: readonly RunningClock[],
  now: ClockedCase,
  next: ClockedCase,
  at: Date,
): ClockStep {
  if (review === true) return followReview(running, next, at)
  return contact === undefined
    ? followChange(running, now, next, at)
    : followContact(running, contact, next, at)
}

/** What the database does with a case whose reporter writes. */
const moved = ({ status }: ClockedCase) =>
  status === 'awaiting-contact' ? ({ status: 'in-progress' } as const) : {}

const written = (hours: number): Change => ({ lastMessageFrom: 'staff', lastMessageAt: after(hours) })
const answered = (hours: number): Change => ({ lastMessageFrom: 'reporter', lastMessageAt: after(hours) })

describe('the clocks of a case', () => {
  it.each<[string, readonly Change[], readonly string[], readonly string[]]>([
    ['as it comes', [], ['first-contact 0', 'review 0'], []],
    ['assigned', [{ status: 'assigned' }], ['first-contact 0', 'review 0'], []],
    ['at work', [{ status: 'assigned' }, { status: 'in-progress' }], ['first-contact 0', 'review 0'], []],
    [
      'at work, where no contact was promised',
      [{ aimOnly: true, status: 'assigned' }, { status: 'in-progress' }],
      ['next-update 2', 'review 0'],
      ['first-contact 2'],
    ],
    [
      'tried, of whoever reads messages with their code alone',
      [{ reach: 'code', status: 'assigned' }, { status: 'awaiting-contact' }, { contact: 'no-answer' }],
      ['first-contact 0', 'review 0'],
      [],
    ],
    [
      'left a message elsewhere than with their code, and then there',
      [{ reach: 'code', contact: 'left-message' }, { contact: 'spoke' }, written(3), { contact: 'spoke' }],
      ['next-update 4', 'review 0'],
      ['first-contact 3', 'next-update 4'],
    ],
    [
      'waited for, of whoever reads messages with their code and was promised none',
      [{ reach: 'code', aimOnly: true, status: 'assigned' }, { status: 'awaiting-contact' }],
      ['next-update 2 paused', 'review 0'],
      ['first-contact 2'],
    ],
    ['spoken to', [{ contact: 'spoke' }], ['next-update 1', 'review 0'], ['first-contact 1']],
    ['left a message', [{ contact: 'left-message' }], ['next-update 1', 'review 0'], ['first-contact 1']],
    ['not reached', [{ contact: 'no-answer' }], ['next-update 1', 'review 0'], ['first-contact 1']],
    [
      'not reached again',
      [{ contact: 'spoke' }, { contact: 'no-answer' }],
      ['next-update 1', 'review 0'],
      ['first-contact 1'],
    ],
    [
      'spoken to again',
      [{ contact: 'no-answer' }, { contact: 'spoke' }],
      ['next-update 2', 'review 0'],
      ['first-contact 1', 'next-update 2'],
    ],
    [
      'spoken to once it is closed',
      [{ status: 'closed' }, { contact: 'spoke' }],
      [],
      ['first-contact 1', 'review 1'],
    ],
    ['written to', [written(1)], ['next-update 1', 'review 0'], ['first-contact 1']],
    ['written to by the reporter', [answered(1)], ['first-contact 0', 'review 0'], []],
    ['tried', [{ status: 'awaiting-contact' }], ['next-update 1 paused', 'review 0'], ['first-contact 1']],
    [
      'answered while we wait',
      [{ status: 'awaiting-contact' }, answered(2)],
      ['next-update 2', 'review 0'],
      ['first-contact 1'],
    ],
    [
      'promised something after they answered',
      [{ status: 'awaiting-contact' }, answered(2), written(3)],
      ['next-update 3', 'review 0'],
      ['first-contact 1', 'next-update 3'],
    ],
    [
      'waited for again after they answered',
      [{ status: 'awaiting-contact' }, answered(2), { status: 'awaiting-contact' }],
      ['next-update 3 paused', 'review 0'],
      ['first-contact 1', 'next-update 3'],
    ],
    [
      'written to again',
      [written(1), written(2)],
      ['next-update 2', 'review 0'],
      ['first-contact 1', 'next-update 2'],
    ],
    [
      'at work again',
      [{ status: 'awaiting-contact' }, { status: 'in-progress' }],
      ['next-update 2', 'review 0'],
      ['first-contact 1'],
    ],
    [
      'given back while they are waited for',
      [{ status: 'awaiting-contact' }, { status: 'new' }],
      ['next-update 2', 'review 0'],
      ['first-contact 1'],
    ],
    ['closed', [{ status: 'closed' }], [], ['first-contact 1', 'review 1']],
    ['erased', [{ status: 'closed' }, { erased: true }], [], ['first-contact 1', 'review 1']],
    [
      'opened again',
      [{ status: 'closed' }, { status: 'in-progress' }],
      ['next-update 2', 'review 2'],
      ['first-contact 1', 'review 1'],
    ],
    ['reviewed', [{ review: true }], ['first-contact 0', 'review 1'], ['review 1']],
    [
      'reviewed once it is closed',
      [{ status: 'closed' }, { review: true }],
      [],
      ['first-contact 1', 'review 1'],
    ],
  ])('%s', (_, changes, running, ends) => {
    expect(play(...changes)).toEqual({ running: [...running].sort(), ends: [...ends].sort() })
  })

  it('has one of a kind at most, and none once it is over, whatever happens', () => {
    const change = fc.oneof(
      fc.record({ status: fc.constantFrom('new', 'assigned', 'in-progress', 'awaiting-contact', 'closed') }),
      fc.constantFrom(written(0), answered(0), { review: true } as const),
      fc.record({ contact: fc.constantFrom(...contactResults) }),
    )
    fc.assert(
      fc.property(fc.array(change as fc.Arbitrary<Change>, { maxLength: 12 }), (changes) => {
        const kinds = play(...changes).running.map((said) => said.split(' ')[0])
        expect(new Set(kinds).size).toBe(kinds.length)
        const last = changes.findLast(({ status }) => status !== undefined)?.status
        expect(kinds.length === 0).toBe(last === 'closed')
      }),
    )
  })
})

it.each([
  ['kept', 'first-contact', 1, 2, false],
  ['late', 'first-contact', 3, 2, false],
  ['dropped', 'first-contact', 1, 2, true],
  ['late', 'first-contact', 3, 2, true],
  ['late', 'review', 3, 2, true],
  ['dropped', 'review', 1, 2, true],
  ['dropped', 'next-update', 1, null, true],
  ['kept', 'next-update', 1, null, false],
] as const)('is %s: %s, ended at %i, due at %s', (outcome, kind, ended, due, withCase) => {
  const dueAt = due === null ? null : after(due)
  expect(outcomeOf({ kind, endedAt: after(ended), withCase }, dueAt)).toBe(outcome)
})

it('a pause never shortens the time there is', () => {
  const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(
      fc.constantFrom(...risks),
      moment,
      fc.integer({ min: 0, max: 60 * 24 }),
      (risk, startedAt, hours) => {
        const resumed = new Date(startedAt.getTime() + hours * hour)
        const before = updateDue(risk, startedAt, hertfordshire)
        expect(updateDue(risk, resumed, hertfordshire).getTime()).toBeGreaterThanOrEqual(before.getTime())
      },
    ),
    { numRuns: 2000 },
  )
})

it('the days of the Code come from the force: five working days, and one where the risk is high', () => {
  const from = new Date('2026-11-18T10:00:00Z')
  expect(dueOf('next-update', 'high', from, hertfordshire)).toEqual(new Date('2026-11-19T20:00:00Z'))
  expect(dueOf('next-update', 'low', from, hertfordshire)).toEqual(new Date('2026-11-25T20:00:00Z'))
  expect(dueOf('review', 'high', from, hertfordshire)).toEqual(new Date('2026-11-20T20:00:00Z'))
})
