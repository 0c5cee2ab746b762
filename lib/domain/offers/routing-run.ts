import { nextDuty } from '../duty'
import type { Duty } from '../duty'
import type { Force } from '../force'
import { isLate } from '../in-time'
import type { RoutingFacts } from '../officer-facts'
import { rankAmong } from '../routing'
import type { ReadyRota, RoutingResult } from '../routing'
import { lapseOf, notToBeAsked } from './offer'
import type { DutyOver, LapseReason } from './offer'
import { recordOf, recordOfNobody } from './decision-record'
import type { DecisionRecord } from './decision-record'
import { restsNot } from './rests-with'
import type { FreedReason } from './rests-with'
import { factsOf, peopleOf } from './run-people'
import type { People, RunOfficer } from './run-people'
import { specialismsOf } from './specialisms-of'

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
  /** When the first thing it waits for is due. Left out, or null: nothing is. */
  readonly dueAt?: Date | null
  /** By when the force aimed to make the first contact, where more was promised than that: whom to ask first goes by it, as the promise did. */
  readonly aimedBy?: Date | null
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
    found: RunCase & { readonly accountId: string; readonly dutyOver: DutyOver | null },
  ) => LapseReason | null
  /** Whether an offer that holds is with somebody off duty who is back too late for what is due: a supervisor has to know. */
  readonly waits: (found: RunCase & { readonly accountId: string }) => boolean
  /** What is to become of a held case: it rests, or does not, and why. */
  readonly free: (found: RunCase & Held) => Rest
  /** Whom to ask for a case nobody holds. */
  readonly choose: (found: RunCase) => Choice
}

/**
 * `freed`: why a case is not to stay with its holder, or null where it does. `late`: it stays, because nobody is to be asked by itself who would
 * be there sooner, and something is due before its holder is back: somebody has to know.
 */
interface Rest {
  readonly freed: FreedReason | null
  readonly late: boolean
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
  const places = placesOf(people)
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
      // What somebody answered before was thought of when they were asked.
      const facts = { ...factsFor(found, people, force), declinedBy: [], unansweredBy: [] }
      const reason = lapseOf(asked && { ...asked, conflicts }, facts, people.rota.moment, found.dutyOver)
      if (reason === null && !isOthersSooner(found)) return null
      people.count(found.accountId, -1)
      return reason ?? 'too-late'
    },
    waits: isBackTooLate,
    free: (found) => {
      const reason = restsNot(people.officerOf(found.accountId), found, people.rota.moment)
      if (reason === null) return { freed: null, late: false }
      if (reason === 'no-duty-ahead' && !isBetterFree(found)) return { freed: null, late: true }
      people.count(found.accountId, -1)
      return { freed: reason, late: false }
    },
    choose: (found) => {
      places.giveBack()
      const rule = notToBeAsked(found)
      if (rule !== null) return { officer: null, record: recordOfNobody(rule) }
      const result = rank(found)
      const officer = people.first(result)
      if (officer !== null) people.ask(officer.accountId)
      return { officer, record: recordOf(result) }
    },
  }

  /**
   * Whether whoever is asked is off duty and back too late, and somebody else may be asked who is there sooner; for whom a place is kept then.
   * Who is on duty has it before them until that duty ends, however little is left of it.
   */
  function isOthersSooner(found: RunCase & { readonly accountId: string }): boolean {
    if (!isBackTooLate(found) || notToBeAsked(found) !== null) return false
    return places.keep(found.accountId, rank(found), backOf(found))
  }

  function isBackTooLate(found: RunCase & { readonly accountId: string }): boolean {
    const back = backOf(found)
    return back?.until === null && isLate(back, found.dueAt)
  }

  /**
   * Whether a case is better without a holder who is away: somebody else may be asked who is on duty before they are back, for whom a place is
   * kept then, or they do not come back.
   */
  function isBetterFree(found: RunCase & Held): boolean {
    if (notToBeAsked(found) !== null) return false
    const back = backOf(found)
    return places.keep(found.accountId, rank(found), back) || back === null
  }

  /** Their duty that runs, however short, or begins next; null where none does. */
  function backOf({ accountId }: { readonly accountId: string }): Duty | null {
    return nextDuty(people.officerOf(accountId)?.shifts ?? [], now)
  }
}

/** Places kept for cases until somebody is asked for them, so that of many cases no more are moved than there is room for. */
function placesOf(people: People) {
  let kept: string[] = []
  return {
    /** Keeps one with whoever comes first, where that is another than `accountId` and they are there before `back`; null: at any time. */
    keep: (accountId: string, result: RoutingResult, back: Duty | null): boolean => {
      const first = people.first(result)?.accountId ?? accountId
      const duty = people.dutyOf(first)
      if (first === accountId || duty === null || (back !== null && duty.from >= back.from)) return false
      people.count(first, 1)
      kept.push(first)
      return true
    },
    giveBack: () => {
      for (const accountId of kept) people.count(accountId, -1)
      kept = []
    },
  }
}

function isSettled(officer: RunOfficer, moment: ReadyRota['moment']): boolean {
  const anything = { dueAt: null, touchedAt: null }
  const isOnDuty = nextDuty(officer.shifts, moment.now)?.until instanceof Date
  return isOnDuty && restsNot(factsOf(officer), anything, moment) === null
}

function factsFor(found: RunCase, { officerIds }: People, force: Force): RoutingFacts {
  const { district, languages, excludedDistricts, restricted } = found
  return {
    ...{ district, languages, excludedDistricts, restricted, excludedOfficers: [] },
    dueAt: found.aimedBy ?? found.dueAt ?? null,
    specialisms: specialismsOf(found, force),
    declinedBy: officerIds(found.declinedIds),
    unansweredBy: officerIds(found.unansweredIds),
    mayKnow: officerIds(found.possibleConflictIds),
  }
}
