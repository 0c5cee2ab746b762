import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  actsOn,
  assign,
  close,
  expectVersion,
  setStatus,
  statusesToChoose,
  transfer,
  transitions,
} from './case'
import type { CaseChange, CaseState } from './case'
import { DomainError } from './errors'
import { caseStatuses } from './words'

const state = (over: Partial<CaseState> = {}): CaseState => ({
  status: 'new',
  assigneeId: null,
  version: 1,
  ...over,
})

function codeOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
  return 'allowed'
}

describe('a case', () => {
  it.each([
    ['new', null, 'allowed'],
    ['new', 'a', 'bad-transition'],
    ['assigned', 'a', 'bad-transition'],
    ['in-progress', 'a', 'bad-transition'],
    ['awaiting-contact', 'a', 'bad-transition'],
    ['closed', null, 'bad-transition'],
  ] as const)('assigning one that is %s and held by %s is %s', (status, assigneeId, expected) => {
    expect(codeOf(() => assign(state({ status, assigneeId }), 'b'))).toBe(expected)
  })

  it.each([
    ['new', null, 'bad-transition'],
    ['assigned', 'a', 'allowed'],
    ['in-progress', 'a', 'allowed'],
    ['awaiting-contact', 'a', 'allowed'],
    ['awaiting-contact', 'b', 'invalid'],
    ['closed', 'a', 'bad-transition'],
  ] as const)('transferring one that is %s and held by %s is %s', (status, assigneeId, expected) => {
    expect(codeOf(() => transfer(state({ status, assigneeId }), 'b'))).toBe(expected)
  })

  it('starts again from assigned with the person it is handed to', () => {
    const held = state({ status: 'in-progress', assigneeId: 'a', version: 4 })
    expect(transfer(held, 'b')).toEqual({ status: 'assigned', assigneeId: 'b', version: 5 })
  })

  it.each([
    ['new', []],
    ['assigned', ['in-progress', 'awaiting-contact']],
    ['in-progress', ['awaiting-contact']],
    ['awaiting-contact', ['in-progress']],
    ['closed', ['in-progress']],
  ] as const)('offers from %s exactly %j', (status, offered) => {
    const held = state({ status, assigneeId: status === 'new' ? null : 'a' })
    expect(statusesToChoose(held)).toEqual(offered)
    for (const to of caseStatuses) {
      const expected = (offered as readonly string[]).includes(to) ? 'allowed' : 'bad-transition'
      expect(codeOf(() => setStatus(held, to))).toBe(expected)
    }
  })

  it.each([
    [
      'new',
      null,
      [
        'take',
        'assign',
        'add-note',
        'send-message',
        'change-plan',
        'tell-control-room',
        'record-contact',
        'call-back',
        'decide-risk',
        'close',
        'review',
      ],
    ],
    [
      'assigned',
      'a',
      [
        'set-status',
        'transfer',
        'add-note',
        'send-message',
        'change-plan',
        'tell-control-room',
        'record-contact',
        'call-back',
        'decide-risk',
        'close',
        'review',
      ],
    ],
    [
      'awaiting-contact',
      'a',
      [
        'set-status',
        'transfer',
        'add-note',
        'send-message',
        'change-plan',
        'tell-control-room',
        'record-contact',
        'call-back',
        'decide-risk',
        'close',
        'review',
      ],
    ],
    ['closed', 'a', ['set-status', 'add-note', 'send-message', 'change-plan']],
    ['closed', null, ['set-status', 'add-note', 'send-message', 'change-plan']],
  ] as const)('that is %s and held by %s takes exactly %j', (status, assigneeId, acts) => {
    expect(actsOn(state({ status, assigneeId }))).toEqual(acts)
  })

  it('that goes on in another is talked about, reached, closed and looked at by a supervisor, and nothing else', () => {
    const merged = state({ status: 'in-progress', assigneeId: 'a', goesOnInId: 'b' })
    expect(actsOn(merged)).toEqual([
      ...['add-note', 'send-message', 'change-plan'],
      ...['tell-control-room', 'record-contact', 'call-back', 'close', 'review'],
    ])
    expect(statusesToChoose(merged)).toEqual([])
    expect(statusesToChoose({ ...merged, status: 'closed' })).toEqual(['in-progress'])
  })

  it('that was closed while nobody held it is opened again as a new one, for somebody to be found', () => {
    const closed = state({ status: 'closed', assigneeId: null })
    expect(statusesToChoose(closed)).toEqual(['new'])
    expect(setStatus(closed, 'new')).toMatchObject({ status: 'new', assigneeId: null })
    expect(codeOf(() => setStatus(closed, 'in-progress'))).toBe('bad-transition')
    expect(codeOf(() => setStatus(state({ status: 'closed', assigneeId: 'a' }), 'new'))).toBe(
      'bad-transition',
    )
  })

  it('closes from every status but closed, and only with a disposition of the force', () => {
    for (const status of caseStatuses) {
      const expected = status === 'closed' ? 'bad-transition' : 'allowed'
      expect(codeOf(() => close(state({ status }), 'advice', ['advice']))).toBe(expected)
    }
    expect(codeOf(() => close(state(), 'forged', ['advice']))).toBe('invalid')
  })

  it('refuses any version but the one that is there', () => {
    expect(
      codeOf(() => {
        expectVersion(state({ version: 3 }), 3)
      }),
    ).toBe('allowed')
    expect(
      codeOf(() => {
        expectVersion(state({ version: 3 }), 2)
      }),
    ).toBe('conflict')
    expect(
      codeOf(() => {
        expectVersion(state({ version: 3 }), Number.NaN)
      }),
    ).toBe('conflict')
  })
})

const people = fc.constantFrom('a', 'b', 'c')
const acts = fc.oneof(
  people.map((id) => (s: CaseState) => assign(s, id)),
  people.map((id) => (s: CaseState) => transfer(s, id)),
  fc.constantFrom(...caseStatuses).map((to) => (s: CaseState) => setStatus(s, to)),
  fc.constant((s: CaseState) => close(s, 'advice', ['advice'])),
)

describe('any sequence of acts', () => {
  it('follows the table, counts up, and never leaves a case in work without somebody', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 30 }), (sequence) => {
        let now: CaseState = state()
        for (const act of sequence) {
          const next = attempt(act, now)
          if (next === null) continue
          const handedOver = next.assigneeId !== now.assigneeId && now.assigneeId !== null
          expect(
            handedOver ? next.status === 'assigned' : transitions[now.status].includes(next.status),
          ).toBe(true)
          expect(next.version).toBe(now.version + 1)
          if (next.status !== 'new' && next.status !== 'closed') expect(next.assigneeId).not.toBeNull()
          now = next
        }
      }),
    )
  })
})

function attempt(act: (s: CaseState) => CaseChange, now: CaseState): CaseChange | null {
  try {
    return act(now)
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError)
    return null
  }
}
