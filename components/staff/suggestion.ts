import type { RoutingResult } from '@/lib/domain/routing'
import type { Translate } from '@/lib/i18n/translate'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'

/** One officer who could take a case, and why, in words. */
export interface SuggestedOfficer {
  readonly accountId: string
  readonly name: string
  readonly districts: string
  readonly reasons: readonly string[]
}

/** What routing says about a case, in words. */
export interface Suggestion {
  readonly rule: string
  /** The reporter described an officer to leave out in words: they must be read before anybody is chosen. */
  readonly readFirst: boolean
  readonly officers: readonly SuggestedOfficer[]
  readonly leftOut: readonly { readonly reason: string; readonly names: readonly string[] }[]
}

/** The members of the rota, as far as their words are needed. */
type Rota = readonly {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly districts: readonly string[]
}[]

type Values = Readonly<Record<string, string | number>>

/** Puts a routing result into words, at most `most` officers of it. Officers left out for the same reason stand together. */
export function suggestionWords(
  result: RoutingResult,
  rota: Rota,
  districts: ReadonlyMap<string, string>,
  clock: Clock,
  most: number,
): Suggestion {
  const { t } = clock
  const byId = new Map(rota.map((officer) => [officer.id, officer]))
  const officers = result.candidates.slice(0, most).flatMap(({ officerId, reasons }) => {
    const officer = byId.get(officerId)
    if (officer === undefined) return []
    const named = officer.districts.map((id) => districts.get(id) ?? t('staff.district.gone')).join(', ')
    const words = routingReasonWords(reasons, clock)
    return [{ accountId: officer.accountId, name: officer.name, districts: named, reasons: words }]
  })
  return {
    rule: t(`rules.routing.${result.rule}`),
    readFirst: false,
    officers,
    leftOut: leftOutWords(result, byId, t),
  }
}

/** Reasons of routing in words, in their order. */
export function routingReasonWords(
  reasons: readonly { readonly rule: string; readonly values?: Values }[],
  clock: Clock,
): readonly string[] {
  return reasons.map(({ rule, values = {} }) => clock.t(`rules.routing.${rule}`, withSaidTime(values, clock)))
}

function leftOutWords(
  result: RoutingResult,
  byId: ReadonlyMap<string, { readonly name: string }>,
  t: Translate,
): Suggestion['leftOut'] {
  const groups = new Map<string, string[]>()
  for (const { officerId, rule, values = {} } of result.leftOut) {
    const reason = t(`rules.leftOut.${rule}`, values)
    groups.set(reason, [...(groups.get(reason) ?? []), byId.get(officerId)?.name ?? ''])
  }
  return [...groups].map(([reason, names]) => ({ reason, names }))
}

/** Reasons carry instants; people read times. */
function withSaidTime(values: Values, clock: Clock): Values {
  const { time } = values
  return typeof time === 'string' ? { ...values, time: saidTime(new Date(time), clock) } : values
}
