import { expect, it } from 'vitest'
import { daysToChange, mayAnswer } from './agreement'

const at = (days: number) => new Date(Date.UTC(2026, 10, 1) + days * 24 * 60 * 60_000)

it.each([
  ['not asked yet', null, null, 1, false],
  ['just asked', 0, null, 0, true],
  ['asked long ago, and never answered', 0, null, 400, true],
  ['answered a moment ago', 0, 300, 300, true],
  ['answered as long ago as may be', 0, 3, 3 + daysToChange, true],
  ['answered longer ago', 0, 3, 3 + daysToChange + 0.001, false],
] as const)('%s', (_, asked, answered, now, may) => {
  const agreement = {
    askedAt: asked === null ? null : at(asked),
    answer: answered === null ? null : ('no' as const),
    answeredAt: answered === null ? null : at(answered),
  }
  expect(mayAnswer(agreement, at(now))).toBe(may)
})
