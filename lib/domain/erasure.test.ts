import { describe, expect, it, test } from 'vitest'
import { actsOn } from './case'
import { erasureReasons, expectErasable, holdReasons, readReasonOf } from './erasure'
import { DomainError } from './errors'
import { caseStatuses } from './words'

const at = new Date('2026-03-02T09:00:00Z')

function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
  return 'allowed'
}

describe('what may be erased', () => {
  it.each(caseStatuses)('of cases that are %s', (status) => {
    const closed = status === 'closed'
    const say = (legalHold: string | null, erasedAt: Date | null) =>
      codeOf(() => {
        expectErasable({ status, legalHold, erasedAt })
      })
    expect(say(null, null)).toBe(closed ? 'allowed' : 'bad-transition')
    expect(say('prosecution', null)).toBe(closed ? 'on-hold' : 'bad-transition')
    expect(say(null, at)).toBe('bad-transition')
  })
})

test.each<{ reasons: readonly string[] }>([{ reasons: erasureReasons }, { reasons: holdReasons }])(
  'a reason is one of the list',
  ({ reasons }) => {
    for (const reason of reasons) expect(readReasonOf(reasons, reason)).toBe(reason)
    for (const other of ['', 'because', 'constructor'])
      expect(codeOf(() => readReasonOf(reasons, other))).toBe('invalid')
  },
)

test('nothing is done to a case that is erased', () => {
  for (const status of caseStatuses)
    for (const assigneeId of [null, 'a'])
      expect(actsOn({ status, assigneeId, version: 1, erasedAt: at })).toEqual([])
})
