import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayCloseAlone, mayDecideClosing, needsApproval } from './closure'
import type { Actor } from './policy'
import { risks, roles } from './words'

const rule = { risks: ['high'], dispositions: ['malicious'] } as const

test.each([
  ['high', 'advice', true],
  ['medium', 'advice', false],
  ['low', 'malicious', true],
] as const)('a case of %s risk that ends with %s needs approval: %s', (risk, disposition, needs) => {
  expect(needsApproval({ risk, disposition }, rule)).toBe(needs)
})

test('nothing needs approval where the force asks for none', () => {
  for (const risk of risks)
    expect(needsApproval({ risk, disposition: 'advice' }, { risks: [], dispositions: [] })).toBe(false)
})

test('nobody closes alone what they hold, and nobody decides what they asked for', () => {
  const id = fc.constantFrom('a', 'b')
  fc.assert(
    fc.property(id, fc.constantFrom(...roles), fc.option(id), (me, role, other) => {
      const actor: Actor = { id: me, name: me, role, districts: [] }
      if (mayCloseAlone(actor, { assigneeId: other }))
        expect([role, other === me]).toEqual(['supervisor', false])
      if (other !== null && mayDecideClosing(actor, other))
        expect([role, other === me]).toEqual(['supervisor', false])
    }),
  )
  const boss: Actor = { id: 'a', name: 'a', role: 'supervisor', districts: [] }
  expect([mayCloseAlone(boss, { assigneeId: null }), mayDecideClosing(boss, 'b')]).toEqual([true, true])
})
