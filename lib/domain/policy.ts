import { isLeftOut } from './left-out'
import { grantsOfRole } from './role-grants'
import type { CaseAction, Grant } from './role-grants'
import type { CaseStatus, DistrictId, Role } from './words'

/** Whoever is signed in. `districts` are a liaison officer's own; empty for everybody else. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly districts: readonly DistrictId[]
  /** Ids of the cases for which they have broken the glass and it is open now. Left out: none. */
  readonly glass?: readonly string[]
}

/** What the policy may look at. Facts published as plaintext only: deciding never needs a case to be open. */
export interface CaseFacts {
  readonly id: string
  readonly district: DistrictId | null
  readonly status: CaseStatus
  readonly assigneeId: string | null
  readonly recordedById: string | null
  readonly receivedAt: Date
  /** Sealed: the person complained of works for the police. */
  readonly restricted: boolean
  /** Accounts of the people named for a sealed case. */
  readonly namedIds: readonly string[]
  /** Accounts that have nothing to do with this case, because of a conflict they or a supervisor declared. */
  readonly conflictedIds: readonly string[]
  /** Districts whose officers the reporter asked to leave out. */
  readonly excludedDistricts: readonly DistrictId[]
  /** The reporter described an officer to leave out in words, which only a person can match to a name. */
  readonly namesExclusion: boolean
  /** The account that is asked to take it. Left out: nobody. */
  readonly offeredToId?: string | null
}

/** What the policy looks at besides the actor and the case. */
export interface PolicyContext {
  /** The last midnight, by the force's clock. */
  readonly startOfToday: Date
  /** They proved who they are, with a strong factor, in the last ten minutes. */
  readonly steppedUp: boolean
}

/**
 * The grants of one actor for one action: any one of them suffices, none means never. Deny by default. Whoever has a conflict with a
 * case has none for it, whatever their role; a sealed one is for those named for it, whatever theirs (decision 0020).
 */
export function grants(actor: Actor, action: CaseAction): readonly Grant[] {
  return grantsOfRole(actor, action).map((grant) => ({ ...grant, noConflict: true }))
}

/** Whether `actor` may do `action` to a case with these facts, now. */
export function can(actor: Actor, action: CaseAction, facts: CaseFacts, context: PolicyContext): boolean {
  return grants(actor, action).some((grant) => holds(grant, actor, facts, context))
}

/** Whether somebody of this role may hold cases, and so be named for a sealed one. */
export function mayHoldCases(role: Role): boolean {
  return role === 'supervisor' || role === 'liaison-officer'
}

/** Whether this account may hold this case: a sealed one if it is named for it, none it has a conflict with. */
export function mayHold(
  { id, role }: { readonly id: string; readonly role: Role },
  { restricted, namedIds, conflictedIds }: Pick<CaseFacts, 'restricted' | 'namedIds' | 'conflictedIds'>,
): boolean {
  return mayHoldCases(role) && !conflictedIds.includes(id) && (!restricted || namedIds.includes(id))
}

function holds(grant: Grant, actor: Actor, facts: CaseFacts, context: PolicyContext): boolean {
  return (
    (grant.steppedUp === undefined || context.steppedUp) &&
    holdsInPerson(grant, actor, facts) &&
    (grant.notClosed === undefined || facts.status !== 'closed') &&
    (grant.heldBy === undefined || facts.assigneeId === (grant.heldBy === 'actor' ? actor.id : null)) &&
    holdsByPlace(grant, facts) &&
    (grant.recordedToday === undefined || isRecordedToday(actor, facts, context))
  )
}

function holdsInPerson(grant: Grant, actor: Actor, facts: CaseFacts): boolean {
  const { notRestricted, named, noConflict, glass, offered } = grant
  return (
    (notRestricted === undefined || !facts.restricted) &&
    (named === undefined || (facts.restricted && facts.namedIds.includes(actor.id))) &&
    (noConflict === undefined || !facts.conflictedIds.includes(actor.id)) &&
    (glass === undefined || (actor.glass ?? []).includes(facts.id)) &&
    (offered === undefined || facts.offeredToId === actor.id)
  )
}

function isRecordedToday(actor: Actor, facts: CaseFacts, { startOfToday }: PolicyContext): boolean {
  return facts.recordedById === actor.id && facts.receivedAt >= startOfToday
}

function holdsByPlace({ inDistricts, leavesIn }: Grant, facts: CaseFacts): boolean {
  return (
    (inDistricts === undefined || isAmong(facts.district, inDistricts)) &&
    (leavesIn === undefined || isLeftIn(facts, leavesIn))
  )
}

function isLeftIn({ namesExclusion, excludedDistricts }: CaseFacts, covered: readonly DistrictId[]): boolean {
  return !namesExclusion && !isLeftOut(covered, excludedDistricts)
}

function isAmong(district: DistrictId | null, districts: readonly DistrictId[]): boolean {
  return district !== null && districts.includes(district)
}
