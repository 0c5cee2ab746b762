import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loweredFrom, mayCloseAlone, mayDecideClosing, needsApproval } from './closure'
import type { RiskDecision } from './closure'
import type { Actor } from './policy'
import { risks, roles } from './words'
import type { Risk } from './words'

const rule = { risks: ['high'], dispositions: ['malicious'] } as const

test.each([
  ['high', 'advice', true],
  ['medium', 'advice', false],
  ['low', 'malicious', true],
] as const)('a case of %s risk that ends with %s needs approval: %s', (risk, disposition, needs) => {
  expect(needsApproval([risk, null], disposition, rule)).toBe(needs)
})

test('nothing needs approval where the force asks for none', () => {
  for (const risk of risks)
    expect(needsApproval([risk, 'high'], 'advice', { risks: [], dispositions: [] })).toBe(false)
})

test('the risk it had before counts as well', () => {
  expect(needsApproval(['low', 'high'], 'advice', rule)).toBe(true)
})

test('nobody closes alone what they hold or held or made lighter, and nobody decides what they asked for', () => {
  const id = fc.constantFrom('a', 'b')
  const part = fc.record({ hasHeld: fc.boolean(), loweredFrom: fc.option(fc.constantFrom(...risks)) })
  fc.assert(
    fc.property(id, fc.constantFrom(...roles), fc.option(id), part, (me, role, other, own) => {
      const actor: Actor = { id: me, name: me, role, districts: [] }
      if (mayCloseAlone(actor, { assigneeId: other }, own))
        expect([role, other === me, own]).toEqual([
          ...['supervisor', false],
          { hasHeld: false, loweredFrom: null },
        ])
      if (other !== null && mayDecideClosing(actor, other))
        expect([role, other === me]).toEqual(['supervisor', false])
    }),
  )
  const boss: Actor = { id: 'a', name: 'a', role: 'supervisor', districts: [] }
  const none = { hasHeld: false, loweredFrom: null }
  expect([mayCloseAlone(boss, { assigneeId: null }, none), mayDecideClosing(boss, 'b')]).toEqual([true, true])
})

describe('what somebody lowered a risk from', () => {
  const decided = (...all: readonly [string | null, Risk][]): RiskDecision[] =>
    all.map(([by, from]) => ({ by, from }))

  test.each([
    ['nobody decided', decided(), 'high', null],
    ['they lowered it', decided(['me', 'high']), 'low', 'high'],
    ['they lowered it in two steps', decided(['me', 'high'], ['me', 'medium']), 'low', 'high'],
    ['they raised it', decided(['me', 'low']), 'high', null],
    ['they raised it and took that back', decided(['me', 'low'], ['me', 'high']), 'low', null],
    ['another lowered it', decided(['other', 'high']), 'low', null],
    ['another agreed since', decided(['me', 'high'], ['other', 'low']), 'low', null],
    ['another raised it, and they lowered it', decided(['other', 'low'], ['me', 'high']), 'medium', 'high'],
  ] as const)('%s', (_, decisions, risk, from) => {
    expect(loweredFrom(decisions, 'me', risk)).toBe(from)
  })

  test('is never lighter than what it is, and never anything where another decided last', () => {
    const decision = fc.record({
      by: fc.constantFrom('me', 'other', null),
      from: fc.constantFrom(...risks),
    })
    fc.assert(
      fc.property(fc.array(decision), fc.constantFrom(...risks), (decisions, risk) => {
        const from = loweredFrom(decisions, 'me', risk)
        if (from === null) return
        expect(risks.indexOf(from)).toBeLessThan(risks.indexOf(risk))
        expect(decisions.at(-1)?.by).toBe('me')
      }),
    )
  })
})
