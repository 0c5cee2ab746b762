import { expect, it } from 'vitest'
import { planFor, warning } from './session-plan'

const minute = 60_000
const whole = 12 * 60 * minute

it.each([
  ['just used', { idle: 15 * minute, whole }, { state: 'live', again: 13 * minute }],
  ['a moment before the warning', { idle: warning + 1, whole }, { state: 'live', again: 1 }],
  ['at the warning', { idle: warning, whole }, { state: 'idle', again: warning + 1_000 }],
  ['near the end', { idle: 1, whole }, { state: 'idle', again: 1_001 }],
  [
    'used, but soon twelve hours old',
    { idle: 15 * minute, whole: minute },
    { state: 'whole', again: 61_000 },
  ],
  ['neither much longer', { idle: minute, whole: minute }, { state: 'whole', again: 61_000 }],
  ['over by this clock and not yet by the server’s', { idle: -5, whole }, { state: 'idle', again: 1_000 }],
  ['over', null, { state: 'ended', again: null }],
] as const)('%s', (_name, left, expected) => {
  expect(planFor(left)).toEqual(expected)
})
