import type { RoutingResult } from '../routing'

/** A decision as it is kept: the first candidates with their reasons, and by which rule each of the others was left out. */
export interface DecisionRecord {
  readonly rule: RoutingResult['rule']
  readonly candidates: readonly {
    readonly officerId: string
    readonly tier: string
    readonly reasons: readonly {
      readonly rule: string
      readonly values: Readonly<Record<string, string | number>>
    }[]
  }[]
  readonly leftOut: readonly { readonly officerId: string; readonly rule: string }[]
}

/** What is kept of a result. */
export function recordOf(result: RoutingResult): DecisionRecord {
  return {
    rule: result.rule,
    candidates: result.candidates.map(({ officerId, tier, reasons }) => ({
      officerId,
      tier,
      reasons: reasons.map(({ rule, values = {} }) => ({ rule, values: { ...values } })),
    })),
    leftOut: result.leftOut.map(({ officerId, rule }) => ({ officerId, rule })),
  }
}

/** What is kept of a case that nobody is looked for. */
export function recordOfNobody(rule: RoutingResult['rule']): DecisionRecord {
  return { rule, candidates: [], leftOut: [] }
}
