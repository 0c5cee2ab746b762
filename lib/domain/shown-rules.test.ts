import fc from 'fast-check'
import { expect, it } from 'vitest'
import { assessRisk, riskRules } from './risk'
import type { RiskFacts } from './risk-facts'
import { shownRules } from './shown-rules'

const everyFact = new Set<string>()
const reader = new Proxy({} as RiskFacts, {
  get: (_, name) => {
    everyFact.add(String(name))
    return true
  },
})
/** Facts are read through the rules, so that a new one takes part here by itself. */
function readEveryFact(): void {
  for (const { when } of riskRules) {
    when(reader)
    when(new Proxy({} as RiskFacts, { get: (_, name) => (everyFact.add(String(name)), false) }))
  }
}

it('leaves away only rules that hold whenever the one that says them does, and never the first', () => {
  readEveryFact()
  fc.assert(
    fc.property(fc.subarray([...everyFact]), (facts) => {
      const { rules } = assessRisk(
        Object.fromEntries(facts.map((fact) => [fact, true])) as unknown as RiskFacts,
      )
      const shown = shownRules(rules)
      expect(shown[0]).toBe(rules[0])
      expect(rules.filter((rule) => shown.includes(rule))).toEqual(shown)
    }),
  )
  for (const { id } of riskRules) {
    for (const other of riskRules) {
      if (shownRules([id, other.id]).includes(other.id)) continue
      fc.assert(
        fc.property(fc.subarray([...everyFact]), (facts) => {
          const { rules } = assessRisk(
            Object.fromEntries(facts.map((fact) => [fact, true])) as unknown as RiskFacts,
          )
          const raised: readonly string[] = rules
          if (raised.includes(id)) expect(raised).toContain(other.id)
        }),
      )
    }
  }
})
