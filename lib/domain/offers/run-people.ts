import type { Duty } from '../duty'
import type { Force } from '../force'
import type { OfficerFacts } from '../officer-facts'
import { readyRota } from '../routing'
import type { ReadyRota, RoutingResult } from '../routing'

/** An officer, and the account cases are given to. */
export type RunOfficer = Omit<OfficerFacts, 'conflicts'> & { readonly accountId: string }

/** The officers of a run, and what they hold by now. */
export interface People {
  readonly rota: ReadyRota
  readonly officerOf: (accountId: string) => OfficerFacts | null
  readonly officerIds: (accountIds: readonly string[]) => readonly string[]
  /** The duty they can be counted on in next. */
  readonly dutyOf: (accountId: string) => Duty | null
  readonly first: (result: RoutingResult) => RunOfficer | null
  readonly count: (accountId: string, more: 1 | -1) => void
  /** Counts a case they are asked to take. */
  readonly ask: (accountId: string) => void
}

/** The officers of a run as they are before it. */
export function peopleOf(officers: readonly RunOfficer[], force: Force, now: Date): People {
  const ready = readyRota(officers.map(factsOf), force, now)
  const members = new Map(ready.members)
  const byAccount = new Map(officers.map((officer) => [officer.accountId, officer]))
  const byId = new Map(officers.map((officer) => [officer.id, officer]))
  const memberOf = (accountId: string) => members.get(byAccount.get(accountId)?.id ?? '')
  const count = (accountId: string, more: 1 | -1, changed: Partial<OfficerFacts> = {}) => {
    const member = memberOf(accountId)
    if (member === undefined) return
    const { officer } = member
    const counted = { ...officer, ...changed, openCases: officer.openCases + more }
    members.set(officer.id, { ...member, officer: counted })
  }
  return {
    rota: { moment: ready.moment, members },
    officerOf: (accountId) => memberOf(accountId)?.officer ?? null,
    officerIds: (accountIds) => accountIds.flatMap((account) => byAccount.get(account)?.id ?? []),
    first: ({ candidates: [first] }) => (first && byId.get(first.officerId)) ?? null,
    dutyOf: (accountId) => memberOf(accountId)?.duty ?? null,
    count: (accountId, more) => {
      count(accountId, more)
    },
    ask: (accountId) => {
      count(accountId, 1, { lastAssignedAt: now })
    },
  }
}

/** What is known of an officer whatever the case is. */
export function factsOf(officer: RunOfficer): OfficerFacts {
  return { ...officer, conflicts: false }
}
