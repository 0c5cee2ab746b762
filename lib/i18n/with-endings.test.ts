import { expect, it } from 'vitest'
import { translator } from './translate'
import { withEndings } from './with-endings'

const plain = translator('en')
const t = withEndings(
  plain,
  new Map([
    ['advice', 'Advice, and no record'],
    ['brought-in', 'Something new'],
  ]),
)

it.each([
  ['staff.disposition.advice', 'Advice, and no record'],
  ['staff.disposition.brought-in', 'Something new'],
  ['staff.disposition.duplicate', plain('staff.disposition.duplicate')],
  ['staff.act.close', plain('staff.act.close')],
])('%s is said as %j', (key, said) => {
  expect(t.has(key)).toBe(true)
  expect(t(key)).toBe(said)
})

it('has no words for what nobody decided, nor for what every object has', () => {
  for (const key of ['staff.disposition.unheard-of', 'staff.disposition.toString', 'advice'])
    expect(t.has(key)).toBe(false)
})
