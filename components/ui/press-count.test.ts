import { describe, expect, it } from 'vitest'
import { countPress, noPresses } from '@/components/ui/press-count'

type Event = readonly ['keydown' | 'keyup', string, number, held?: boolean]

const shift = (at: number): readonly Event[] => [
  ['keydown', 'Shift', at],
  ['keyup', 'Shift', at],
]

const capital = (at: number): readonly Event[] => [
  ['keydown', 'Shift', at],
  ['keydown', 'A', at],
  ['keyup', 'Shift', at],
  ['keyup', 'a', at],
]

const count = (events: readonly Event[]): number =>
  events.reduce(
    (presses, [type, key, at, held = false]) => countPress(presses, type, { key, held }, at),
    noPresses,
  ).times.length

describe('presses of Shift', () => {
  it.each([
    ['three quickly', [...shift(0), ...shift(100), ...shift(200)], 3],
    ['three just within five seconds', [...shift(0), ...shift(2500), ...shift(4999)], 3],
    ['the first too long ago', [...shift(0), ...shift(2500), ...shift(5000)], 2],
    ['capital letters', [...capital(0), ...capital(100), ...capital(200)], 0],
    [
      'pressed while Alt is held, for another layout of the keyboard',
      [0, 100, 200].flatMap((at): Event[] => [
        ['keydown', 'Shift', at, true],
        ['keyup', 'Shift', at, true],
      ]),
      0,
    ],
    [
      'pressed with Alt after it, for another layout of the keyboard',
      [0, 100, 200].flatMap((at): Event[] => [
        ['keydown', 'Shift', at],
        ['keydown', 'Alt', at, true],
        ['keyup', 'Alt', at],
        ['keyup', 'Shift', at],
      ]),
      0,
    ],
    ['another key between them', [...shift(0), ...shift(50), ['keydown', 'x', 60], ...shift(100)], 1],
    [
      'held down',
      [
        ['keydown', 'Shift', 0],
        ['keydown', 'Shift', 30],
        ['keydown', 'Shift', 60],
      ],
      0,
    ],
  ] satisfies readonly (readonly [string, readonly Event[], number])[])('%s', (_name, events, expected) => {
    expect(count(events)).toBe(expected)
  })
})
