import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import rules from '@/lib/i18n/messages/en/rules.json'
import { assessRisk, publicAlerts, riskRules } from './risk'
import type { RiskFacts } from './risk-facts'
import { risks } from './words'

const nothing: RiskFacts = {
  happeningNow: false,
  recent: false,
  repeated: false,
  gettingWorse: false,
  attack: false,
  injury: false,
  injuryUndated: false,
  weapon: false,
  threats: false,
  threatToKill: false,
  threatToOut: false,
  sexual: false,
  selfHarm: false,
  afraidToGoHome: false,
  suspectNear: false,
  suspectClose: false,
  suspectIsPolice: false,
  severalPeople: false,
  underEighteen: false,
  childrenPresent: false,
  dependent: false,
  honourBased: false,
  conversionPractice: false,
  imagesShared: false,
}
const names = Object.keys(nothing) as (keyof RiskFacts)[]
const some = fc.subarray(names)

function facts(...told: readonly (keyof RiskFacts)[]): RiskFacts {
  return { ...nothing, ...Object.fromEntries(told.map((name) => [name, true])) }
}

describe('assessRisk', () => {
  it('suggests low and raises nothing when nothing was said', () => {
    expect(assessRisk(nothing)).toEqual({ suggested: 'low', rules: [] })
  })

  it.each([
    [['happeningNow'], 'high', ['happening-now']],
    [['selfHarm'], 'high', ['self-harm']],
    [['sexual'], 'high', ['sexual']],
    [['honourBased'], 'high', ['honour-based']],
    [['threatToKill'], 'high', ['threat-to-kill']],
    [['threats'], 'medium', ['threats']],
    [['threats', 'suspectNear'], 'high', ['threats-near', 'threats', 'suspect-near']],
    [['attack'], 'low', []],
    [['attack', 'recent'], 'medium', ['attacked-recently']],
    [['injury'], 'medium', ['injury']],
    [['injury', 'recent'], 'high', ['injured-recently', 'injury']],
    [['injury', 'injuryUndated'], 'medium', ['injured-undated', 'injury']],
    [['weapon'], 'medium', ['weapon']],
    [['weapon', 'recent'], 'high', ['weapon-recently', 'weapon']],
    [['weapon', 'suspectNear'], 'high', ['danger-near', 'weapon', 'suspect-near']],
    [['suspectClose'], 'medium', ['close']],
    [['suspectClose', 'dependent'], 'high', ['close-and-dependent', 'close', 'dependent']],
    [['suspectClose', 'threatToOut'], 'high', ['close-and-outing', 'close', 'threat-to-out']],
    [
      ['suspectClose', 'afraidToGoHome'],
      'high',
      ['close-and-afraid', 'close-and-harm', 'close', 'afraid-to-go-home'],
    ],
    [['underEighteen'], 'medium', ['under-eighteen']],
    [['underEighteen', 'imagesShared'], 'high', ['child-and-coercion', 'under-eighteen', 'images-shared']],
    [['suspectIsPolice'], 'medium', ['suspect-is-police']],
    [['repeated'], 'medium', ['repeated']],
    [
      ['repeated', 'gettingWorse', 'suspectNear'],
      'high',
      ['worse-near', 'getting-worse', 'repeated', 'suspect-near'],
    ],
    [['suspectNear'], 'low', ['suspect-near']],
    [['suspectNear', 'severalPeople'], 'medium', ['several-near', 'suspect-near', 'several-people']],
    [['recent'], 'low', []],
  ] as const)('%j: %s', (told, suggested, raised) => {
    expect(assessRisk(facts(...told))).toEqual({ suggested, rules: raised })
  })

  it('never lowers the risk, nor takes a rule or an alert away, when more is said', () => {
    fc.assert(
      fc.property(some, fc.constantFrom(...names), (told, more) => {
        const before = assessRisk(facts(...told))
        const after = assessRisk(facts(...told, more))
        expect(risks.indexOf(after.suggested)).toBeLessThanOrEqual(risks.indexOf(before.suggested))
        expect(after.rules).toEqual(expect.arrayContaining(before.rules))
        expect(publicAlerts(facts(...told, more))).toEqual(
          expect.arrayContaining(publicAlerts(facts(...told))),
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('suggests the highest risk of the rules it raised', () => {
    fc.assert(
      fc.property(some, (told) => {
        const { suggested, rules: raised } = assessRisk(facts(...told))
        const levels = riskRules
          .filter(({ id }) => raised.includes(id))
          .map(({ risk }) => risks.indexOf(risk))
        expect(risks.indexOf(suggested)).toBe(Math.min(risks.indexOf('low'), ...levels))
      }),
    )
  })
})

describe('riskRules', () => {
  it('have ids of their own', () => {
    const ids = riskRules.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
  })

  it.each(riskRules)('$id can be reached by three facts or fewer', ({ when }) => {
    const threes = names.flatMap((a) => names.flatMap((b) => names.map((c) => facts(a, b, c))))
    expect(threes.some((told) => when(told))).toBe(true)
  })

  it('have words, and there are no words without a rule', () => {
    expect(Object.keys(rules.risk)).toEqual(riskRules.map(({ id }) => id))
    for (const words of Object.values(rules.risk)) expect(words.length).toBeGreaterThan(5)
  })

  it.each(names)('look at %s', (name) => {
    const matters = names
      .flatMap((a) => names.map((b) => [a, b] as const))
      .some((others) => {
        const without = assessRisk({ ...facts(...others), [name]: false })
        return assessRisk({ ...facts(...others), [name]: true }).rules.length > without.rules.length
      })
    expect(matters).toBe(true)
  })
})

describe('publicAlerts', () => {
  it.each([
    [[], []],
    [['threats', 'repeated'], []],
    [['happeningNow'], ['show-999']],
    [['weapon', 'recent'], ['show-999']],
    [['threats', 'suspectNear'], ['show-999']],
    [['afraidToGoHome', 'suspectNear'], ['show-999']],
    [
      ['selfHarm', 'happeningNow'],
      ['show-999', 'show-crisis'],
    ],
    [
      ['underEighteen', 'suspectClose', 'sexual'],
      ['show-sexual-support', 'show-domestic-support', 'show-child-support'],
    ],
    [['honourBased', 'suspectClose', 'threats'], ['show-domestic-support']],
    [['threatToKill', 'suspectNear'], ['show-999']],
    [['threatToKill'], ['show-999']],
    [['injury'], []],
    [['injury', 'injuryUndated'], ['show-999']],
    [['afraidToGoHome'], []],
    [
      ['afraidToGoHome', 'suspectClose'],
      ['show-999', 'show-domestic-support'],
    ],
  ] as const)('%j: %j', (told, alerts) => {
    expect(publicAlerts(facts(...told))).toEqual(alerts)
  })
})
