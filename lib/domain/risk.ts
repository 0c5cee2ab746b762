import type { RiskFacts } from './risk-facts'
import { type Risk, risks } from './words'

/** Help shown to the person at once, most urgent first. */
const alertsByUrgency = [
  'show-999',
  'show-crisis',
  'show-sexual-support',
  'show-domestic-support',
  'show-child-support',
] as const
export type PublicAlert = (typeof alertsByUrgency)[number]

/**
 * What a raised rule asks for: help shown to the person, or somebody told on the staff side. What calls for 999 is told to the control
 * room too: nothing is urgent for the one alone.
 */
type RiskAction = PublicAlert | 'supervisor' | 'none'

interface RiskRule {
  /** Its reason in words for staff is `rules.risk.<id>`. */
  readonly id: string
  readonly risk: Risk
  readonly action: RiskAction
  readonly when: (facts: RiskFacts) => boolean
}

/**
 * The rules, most serious first. Three levels and few factors, specific to hate crime, as research on risk tools
 * advises; the factors and who is told follow the College of Policing's guidance on responding to hate crime. Only what
 * the person said counts, and no rule may depend on something being false: then another fact can never lower the risk.
 */
export const riskRules = [
  { id: 'happening-now', risk: 'high', action: 'show-999', when: (f) => f.happeningNow },
  {
    id: 'danger-near',
    risk: 'high',
    action: 'show-999',
    when: (f) => f.suspectNear && (f.threatToKill || f.weapon),
  },
  { id: 'injured-recently', risk: 'high', action: 'show-999', when: (f) => f.injury && f.recent },
  {
    id: 'close-and-afraid',
    risk: 'high',
    action: 'show-999',
    when: (f) => f.suspectClose && f.afraidToGoHome,
  },
  { id: 'threat-to-kill', risk: 'high', action: 'show-999', when: (f) => f.threatToKill },
  { id: 'weapon-recently', risk: 'high', action: 'show-999', when: (f) => f.weapon && f.recent },
  { id: 'threats-near', risk: 'high', action: 'show-999', when: (f) => f.threats && f.suspectNear },
  { id: 'afraid-near', risk: 'high', action: 'show-999', when: (f) => f.afraidToGoHome && f.suspectNear },
  { id: 'self-harm', risk: 'high', action: 'show-crisis', when: (f) => f.selfHarm },
  { id: 'sexual', risk: 'high', action: 'show-sexual-support', when: (f) => f.sexual },
  { id: 'honour-based', risk: 'high', action: 'show-domestic-support', when: (f) => f.honourBased },
  {
    id: 'close-and-harm',
    risk: 'high',
    action: 'show-domestic-support',
    when: (f) => f.suspectClose && (f.injury || f.weapon || f.threats || f.threatToKill || f.afraidToGoHome),
  },
  {
    id: 'close-and-dependent',
    risk: 'high',
    action: 'supervisor',
    when: (f) => f.suspectClose && f.dependent,
  },
  {
    id: 'close-and-outing',
    risk: 'high',
    action: 'supervisor',
    when: (f) => f.suspectClose && f.threatToOut,
  },
  {
    id: 'child-and-coercion',
    risk: 'high',
    action: 'show-child-support',
    when: (f) => f.underEighteen && (f.imagesShared || f.threatToOut || f.conversionPractice),
  },
  { id: 'worse-near', risk: 'high', action: 'supervisor', when: (f) => f.gettingWorse && f.suspectNear },

  { id: 'attacked-recently', risk: 'medium', action: 'supervisor', when: (f) => f.attack && f.recent },
  { id: 'close', risk: 'medium', action: 'show-domestic-support', when: (f) => f.suspectClose },
  { id: 'under-eighteen', risk: 'medium', action: 'show-child-support', when: (f) => f.underEighteen },
  { id: 'children-present', risk: 'medium', action: 'supervisor', when: (f) => f.childrenPresent },
  { id: 'suspect-is-police', risk: 'medium', action: 'supervisor', when: (f) => f.suspectIsPolice },
  { id: 'conversion-practice', risk: 'medium', action: 'supervisor', when: (f) => f.conversionPractice },
  { id: 'weapon', risk: 'medium', action: 'supervisor', when: (f) => f.weapon },
  { id: 'afraid-to-go-home', risk: 'medium', action: 'supervisor', when: (f) => f.afraidToGoHome },
  { id: 'getting-worse', risk: 'medium', action: 'supervisor', when: (f) => f.gettingWorse },
  { id: 'several-near', risk: 'medium', action: 'supervisor', when: (f) => f.severalPeople && f.suspectNear },
  { id: 'injured-undated', risk: 'medium', action: 'show-999', when: (f) => f.injuryUndated },
  { id: 'injury', risk: 'medium', action: 'none', when: (f) => f.injury },
  { id: 'threats', risk: 'medium', action: 'none', when: (f) => f.threats },
  { id: 'threat-to-out', risk: 'medium', action: 'none', when: (f) => f.threatToOut },
  { id: 'images-shared', risk: 'medium', action: 'none', when: (f) => f.imagesShared },
  { id: 'repeated', risk: 'medium', action: 'none', when: (f) => f.repeated },
  { id: 'dependent', risk: 'medium', action: 'none', when: (f) => f.dependent },

  { id: 'suspect-near', risk: 'low', action: 'none', when: (f) => f.suspectNear },
  { id: 'several-people', risk: 'low', action: 'none', when: (f) => f.severalPeople },
] as const satisfies readonly RiskRule[]

/** The id of a rule of risk. */
export type RiskRuleId = (typeof riskRules)[number]['id']

export interface RiskAssessment {
  /** The highest risk of any rule raised; low when none is. A person decides. */
  readonly suggested: Risk
  /** Every rule raised, in the order of the rules. */
  readonly rules: RiskRuleId[]
}

/** What the rules say of the facts. Another true fact never lowers the risk or takes a rule away. */
export function assessRisk(facts: RiskFacts): RiskAssessment {
  const raised = riskRules.filter((rule) => rule.when(facts))
  const suggested = risks.find((risk) => raised.some((rule) => rule.risk === risk)) ?? 'low'
  return { suggested, rules: raised.map(({ id }) => id) }
}

/** The help to show at once for these facts, most urgent first, each kind once. */
export function publicAlerts(facts: RiskFacts): PublicAlert[] {
  const raised = riskRules.filter((rule) => rule.when(facts))
  return alertsByUrgency.filter((alert) => raised.some(({ action }) => action === alert))
}
