import { nextDuty } from '../duty'
import type { Force } from '../force'
import type { OfficerFacts, RoutingFacts } from '../officer-facts'
import { rankAmong, readyRota } from '../routing'
import type { ReadyRota, RoutingResult } from '../routing'
import { lapseOf, notToBeAsked } from './offer'
import type { LapseReason } from './offer'
import { recordOf, recordOfNobody } from './decision-record'
import type { DecisionRecord } from './decision-record'
import { restsNot } from './rests-with'
import type { FreedReason } from './rests-with'
import { specialismsOf } from './specialisms-of'

/** An officer, and the account cases are given to. */
export type RunOfficer = Omit<OfficerFacts, 'conflicts'> & { readonly accountId: string }

/** What a run knows of a case; ids of people are of accounts. */
export interface RunCase {
  readonly district: string | null
  readonly languages: readonly string[]
  readonly strands: readonly string[]
  readonly riskRules: readonly string[]
  readonly excludedDistricts: readonly string[]
  readonly namesExclusion: boolean
  readonly wantsOfficer: boolean
  readonly restricted: boolean
  readonly conflictedIds: readonly string[]
  readonly possibleConflictIds: readonly string[]
  readonly declinedIds: readonly string[]
  readonly unansweredIds: readonly string[]
}

/** Whom a run asks for one case, and why. */
interface Choice {
  readonly officer: RunOfficer | null
  readonly record: DecisionRecord
}

/** How many candidates are kept of a decision, with their reasons. */
const mostKept = 3

/** What a run can be asked; each answer counts in those that follow. */
export interface RoutingRun {
  /** Accounts of whom every case rests with them, whatever it is: they are on duty, and nothing is in the way. */
  readonly settled: () => readonly string[]
  /** Why an offer holds no more, or null. */
  readonly lapse: (
    found: RunCase & { readonly accountId: string; readonly dutyOver: boolean },
  ) => LapseReason | null
  /** Why a held case does not rest with its holder, or null: also where nobody else would be there sooner. */
  readonly free: (found: RunCase & Held) => FreedReason | null
  /** Whom to ask for a case nobody holds. */
  readonly choose: (found: RunCase) => Choice
}

interface Held {
  readonly accountId: string
  readonly dueAt: Date | null
  readonly touchedAt: Date | null
}

/**
 * One run of routing over a rota as it is at `now`. Whoever is asked counts it among their cases at once, so that of many cases nobody is
 * asked for more than their limit; the same facts in the same order give the same answers.
 */
export function startRun(officers: readonly RunOfficer[], force: Force, now: Date): RoutingRun {
  const people = peopleOf(officers, force, now)
  const rank = (found: RunCase) =>
    rankAmong(
      factsFor(found, people, force),
      people.rota,
      force,
      people.officerIds(found.conflictedIds),
      mostKept,
    )
  return {
    settled: () =>
      officers.filter((one) => isSettled(one, people.rota.moment)).map(({ accountId }) => accountId),
    lapse: (found) => {
      const asked = people.officerOf(found.accountId)
      const conflicts = found.conflictedIds.includes(found.accountId)
      // What somebody answered before, and who may know somebody, was thought of when they were asked.
      const facts = { ...factsFor(found, people, force), declinedBy: [], unansweredBy: [], mayKnow: [] }
      const reason = lapseOf(asked && { ...asked, conflicts }, facts, people.rota.moment, found.dutyOver)
      if (reason !== null) people.count(found.accountId, -1)
      return reason
    },
    free: (found) => {
      const reason = restsNot(people.officerOf(found.accountId), found, people.rota.moment)
      if (reason === null) return null
      people.count(found.accountId, -1)
      if (reason !== 'no-duty-ahead' || notToBeAsked(found) !== null) return reason
      if (people.first(rank(found))?.accountId !== found.accountId) return reason
      people.count(found.accountId, 1)
      return null
    },
    choose: (found) => {
      const rule = notToBeAsked(found)
      if (rule !== null) return { officer: null, record: recordOfNobody(rule) }
      const result = rank(found)
      const officer = people.first(result)
      if (officer !== null) people.count(officer.accountId, 1)
      return { officer, record: recordOf(result) }
    },
  }
}

function isSettled(officer: RunOfficer, moment: ReadyRota['moment']): boolean {
  const anything = { dueAt: null, touchedAt: null }
  const isOnDuty = nextDuty(officer.shifts, moment.now)?.until instanceof Date
  return isOnDuty && restsNot(factsOf(officer), anything, moment) === null
}

/** The officers of a run, and what they hold by now. */
interface People {
  readonly rota: ReadyRota
  readonly officerOf: (accountId: string) => OfficerFacts | null
  readonly officerIds: (accountIds: readonly string[]) => readonly string[]
  readonly first: (result: RoutingResult) => RunOfficer | null
  readonly count: (accountId: string, more: 1 | -1) => void
}

function peopleOf(officers: readonly RunOfficer[], force: Force, now: Date): People {
  const ready = readyRota(officers.map(factsOf), force, now)
  const members = new Map(ready.members)
  const byAccount = new Map(officers.map((officer) => [officer.accountId, officer]))
  const byId = new Map(officers.map((officer) => [officer.id, officer]))
  const memberOf = (accountId: string) => members.get(byAccount.get(accountId)?.id ?? '')
  return {
    rota: { moment: ready.moment, members },
    officerOf: (accountId) => memberOf(accountId)?.officer ?? null,
    officerIds: (accountIds) => accountIds.flatMap((account) => byAccount.get(account)?.id ?? []),
    first: ({ candidates: [first] }) => (first && byId.get(first.officerId)) ?? null,
    count: (accountId, more) => {
      const member = memberOf(accountId)
      if (member === undefined) return
      const { officer } = member
      const lastAssignedAt = more === 1 ? now : officer.lastAssignedAt
      const counted = { ...officer, openCases: officer.openCases + more, lastAssignedAt }
      members.set(officer.id, { ...member, officer: counted })
    },
  }
}

function factsFor(found: RunCase, { officerIds }: People, force: Force): RoutingFacts {
  const { district, languages, excludedDistricts, restricted } = found
  return {
    ...{ district, languages, excludedDistricts, restricted, excludedOfficers: [] },
    specialisms: specialismsOf(found, force),
    declinedBy: officerIds(found.declinedIds),
    unansweredBy: officerIds(found.unansweredIds),
    mayKnow: officerIds(found.possibleConflictIds),
  }
}

function factsOf(officer: RunOfficer): OfficerFacts {
  return { ...officer, conflicts: false }
}
