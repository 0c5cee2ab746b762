import { assertNever } from './assert-never'
import { isLeftOut } from './left-out'
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

export const caseActions = [
  'see-headline',
  'open',
  'reveal-address',
  'take',
  'decline-offer',
  'assign',
  'transfer',
  'set-status',
  'add-note',
  'tell-control-room',
  'decide-risk',
  'send-message',
  'close',
  'review',
  'recuse',
  'declare-conflict',
  'seal',
  'name-readers',
  'unseal',
  'hold',
  'keep-longer',
  'request-erasure',
  'erase',
  'export',
] as const
export type CaseAction = (typeof caseActions)[number]

/** Parts of the desk that are not about one case. */
export const deskAreas = [
  'queue',
  'search',
  'record',
  'glass',
  'officers',
  'rota-oversight',
  'duty',
  'retention',
  'record-types',
  'audit',
  'accounts',
] as const
export type DeskArea = (typeof deskAreas)[number]

/** Every named condition must hold. Both `can` and the where-clause of lists are made from these. */
export interface Grant {
  readonly notRestricted?: true
  /** The case is sealed, and the actor is one of those named for it. */
  readonly named?: true
  /** No conflict of the actor's is declared. Every grant has it. */
  readonly noConflict?: true
  /** The actor has broken the glass of this case, and it is open. */
  readonly glass?: true
  /** The actor is asked to take it. */
  readonly offered?: true
  readonly heldBy?: 'actor' | 'nobody'
  readonly inDistricts?: readonly DistrictId[]
  /** No officer is described in words, and none who covers one of these districts is to be left out. */
  readonly leavesIn?: readonly DistrictId[]
  readonly recordedToday?: true
  readonly notClosed?: true
  readonly steppedUp?: true
}

/**
 * The grants of one actor for one action: any one of them suffices, none means never. Deny by default. Whoever has a conflict with a
 * case has none for it, whatever their role; a sealed one is for those named for it, whatever theirs (decision 0020).
 */
export function grants(actor: Actor, action: CaseAction): readonly Grant[] {
  return grantsOfRole(actor, action).map((grant) => ({ ...grant, noConflict: true }))
}

function grantsOfRole(actor: Actor, action: CaseAction): readonly Grant[] {
  // Whoever sees a case can say that it is not for them.
  if (action === 'recuse') return grantsOfRole(actor, 'see-headline')
  if (action === 'reveal-address')
    return grantsOfRole(actor, 'open').map((grant): Grant => ({ ...grant, steppedUp: true }))
  if (action === 'erase' || action === 'export')
    return grantsOfRole(actor, 'request-erasure').map((grant): Grant => ({ ...grant, steppedUp: true }))
  switch (actor.role) {
    case 'call-handler':
      return [
        ...granted(recorder.has(action), { recordedToday: true, notRestricted: true }),
        ...byGlass(action),
      ]
    case 'triager':
      return [
        ...granted(triage.has(action), { heldBy: 'nobody', notClosed: true, notRestricted: true }),
        ...byGlass(action),
      ]
    case 'liaison-officer':
      return [...officerGrants(actor, action), ...namedOfficerGrants(action), ...byGlass(action)]
    case 'supervisor':
      return supervisorGrants(action)
    case 'administrator':
    case 'auditor':
      return []
    default:
      return assertNever(actor.role)
  }
}

function granted(given: boolean, grant: Grant): readonly Grant[] {
  return given ? [grant] : []
}

/** What somebody who has broken the glass may do to that one case: never to a sealed one. */
function byGlass(action: CaseAction): readonly Grant[] {
  return granted(inDanger.has(action), { glass: true, notRestricted: true })
}

/** Whether `actor` may do `action` to a case with these facts, now. */
export function can(actor: Actor, action: CaseAction, facts: CaseFacts, context: PolicyContext): boolean {
  return grants(actor, action).some((grant) => holds(grant, actor, facts, context))
}

/** Whether a part of the desk is open to this role at all. */
export function mayEnter(role: Role, area: DeskArea): boolean {
  return entrances[area].includes(role)
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

const entrances: Readonly<Record<DeskArea, readonly Role[]>> = {
  queue: ['call-handler', 'triager', 'liaison-officer', 'supervisor'],
  search: ['triager', 'liaison-officer', 'supervisor'],
  record: ['call-handler', 'triager', 'liaison-officer', 'supervisor'],
  glass: ['call-handler', 'triager', 'liaison-officer'],
  officers: ['triager', 'liaison-officer', 'supervisor', 'administrator'],
  'rota-oversight': ['supervisor'],
  // One's own; a supervisor changes that of others on the pages about officers.
  duty: ['liaison-officer'],
  retention: ['supervisor'],
  'record-types': ['supervisor', 'administrator'],
  audit: ['supervisor', 'auditor'],
  accounts: ['administrator'],
}

const recorder: ReadonlySet<CaseAction> = new Set(['see-headline', 'tell-control-room'])
const triage: ReadonlySet<CaseAction> = new Set([
  'see-headline',
  'open',
  'assign',
  'add-note',
  'tell-control-room',
  'decide-risk',
])
const inDanger: ReadonlySet<CaseAction> = new Set(['see-headline', 'open', 'add-note', 'tell-control-room'])
const ownCase: ReadonlySet<CaseAction> = new Set([
  'see-headline',
  'open',
  'transfer',
  'set-status',
  'add-note',
  'tell-control-room',
  'decide-risk',
  'send-message',
  'close',
])

/**
 * What they hold, and of what they do not hold only cases whose reporter did not ask to leave them out. What they are asked to take they
 * see the headline of, wherever it is: to open it they take it (decision 0027).
 */
function officerGrants(actor: Actor, action: CaseAction): readonly Grant[] {
  const own: Grant = { heldBy: 'actor', notRestricted: true }
  const near: Grant = { inDistricts: actor.districts, leavesIn: actor.districts, notRestricted: true }
  const asked: Grant = { offered: true, heldBy: 'nobody', notClosed: true, notRestricted: true }
  if (action === 'see-headline') return [own, asked, near]
  const free: Grant = { ...near, heldBy: 'nobody', notClosed: true }
  if (action === 'take') return [asked, free]
  if (action === 'decline-offer') return [asked]
  if (action === 'open' || action === 'tell-control-room') return [own, free]
  return ownCase.has(action) ? [own] : []
}

/** Everything, but that a case is sealed before it can be unsealed or have people named for it, and not twice. */
function supervisorGrants(action: CaseAction): readonly Grant[] {
  if (action === 'decline-offer') return []
  if (action === 'seal') return [{ notRestricted: true }]
  if (action === 'name-readers' || action === 'unseal') return [{ named: true }]
  return [{ notRestricted: true }, { named: true }]
}

/**
 * Of a sealed case they are named for an officer sees and opens all; to work on it they take it or are given it. They can name others,
 * and not take a supervisor off it or unseal it.
 */
function namedOfficerGrants(action: CaseAction): readonly Grant[] {
  if (action === 'take') return [{ named: true, heldBy: 'nobody', notClosed: true }]
  if (inDanger.has(action) || action === 'name-readers') return [{ named: true }]
  return granted(ownCase.has(action), { named: true, heldBy: 'actor' })
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
