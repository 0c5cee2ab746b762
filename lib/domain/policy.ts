import { assertNever } from './assert-never'
import { isLeftOut } from './left-out'
import type { CaseStatus, DistrictId, Role } from './words'

/** Whoever is signed in. `districts` are a liaison officer's own; empty for everybody else. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly districts: readonly DistrictId[]
}

/** What the policy may look at. Facts published as plaintext only: deciding never needs a case to be open. */
export interface CaseFacts {
  readonly district: DistrictId | null
  readonly status: CaseStatus
  readonly assigneeId: string | null
  readonly recordedById: string | null
  readonly receivedAt: Date
  readonly restricted: boolean
  /** Districts whose officers the reporter asked to leave out. */
  readonly excludedDistricts: readonly DistrictId[]
  /** The reporter described an officer to leave out in words, which only a person can match to a name. */
  readonly namesExclusion: boolean
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
  'assign',
  'transfer',
  'set-status',
  'add-note',
  'tell-control-room',
  'decide-risk',
  'send-message',
  'close',
  'hold',
  'request-erasure',
  'erase',
] as const
export type CaseAction = (typeof caseActions)[number]

/** Parts of the desk that are not about one case. */
export const deskAreas = ['queue', 'search', 'record', 'officers', 'audit', 'accounts'] as const
export type DeskArea = (typeof deskAreas)[number]

/** Every named condition must hold. Both `can` and the where-clause of lists are made from these. */
export interface Grant {
  readonly notRestricted?: true
  readonly heldBy?: 'actor' | 'nobody'
  readonly inDistricts?: readonly DistrictId[]
  /** No officer is described in words, and none who covers one of these districts is to be left out. */
  readonly leavesIn?: readonly DistrictId[]
  readonly recordedToday?: true
  readonly notClosed?: true
  readonly steppedUp?: true
}

/** The grants of one actor for one action: any one of them suffices, none means never. Deny by default. */
export function grants(actor: Actor, action: CaseAction): readonly Grant[] {
  if (action === 'reveal-address')
    return grants(actor, 'open').map((grant): Grant => ({ ...grant, steppedUp: true }))
  if (action === 'erase')
    return grants(actor, 'request-erasure').map((grant): Grant => ({ ...grant, steppedUp: true }))
  switch (actor.role) {
    case 'call-handler':
      return recorder.has(action) ? [{ recordedToday: true, notRestricted: true }] : []
    case 'triager':
      return triage.has(action) ? [{ heldBy: 'nobody', notClosed: true, notRestricted: true }] : []
    case 'liaison-officer':
      return officerGrants(actor, action)
    case 'supervisor':
      return [{}]
    case 'administrator':
    case 'auditor':
      return []
    default:
      return assertNever(actor.role)
  }
}

/** Whether `actor` may do `action` to a case with these facts, now. */
export function can(actor: Actor, action: CaseAction, facts: CaseFacts, context: PolicyContext): boolean {
  return grants(actor, action).some((grant) => holds(grant, actor, facts, context))
}

/** Whether a part of the desk is open to this role at all. */
export function mayEnter(role: Role, area: DeskArea): boolean {
  return entrances[area].includes(role)
}

/** Whether somebody of this role may hold a case. A restricted one is for supervisors only. */
export function mayHold(role: Role, restricted: boolean): boolean {
  return role === 'supervisor' || (role === 'liaison-officer' && !restricted)
}

const entrances: Readonly<Record<DeskArea, readonly Role[]>> = {
  queue: ['call-handler', 'triager', 'liaison-officer', 'supervisor'],
  search: ['triager', 'liaison-officer', 'supervisor'],
  record: ['call-handler', 'triager', 'liaison-officer', 'supervisor'],
  officers: ['triager', 'liaison-officer', 'supervisor', 'administrator'],
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

/** What they hold, and of what they do not hold only cases whose reporter did not ask to leave them out. */
function officerGrants(actor: Actor, action: CaseAction): readonly Grant[] {
  const own: Grant = { heldBy: 'actor', notRestricted: true }
  const near: Grant = { inDistricts: actor.districts, leavesIn: actor.districts, notRestricted: true }
  if (action === 'see-headline') return [own, near]
  const free: Grant = { ...near, heldBy: 'nobody', notClosed: true }
  if (action === 'take') return [free]
  if (action === 'open' || action === 'tell-control-room') return [own, free]
  return ownCase.has(action) ? [own] : []
}

function holds(grant: Grant, actor: Actor, facts: CaseFacts, context: PolicyContext): boolean {
  return (
    (grant.steppedUp === undefined || context.steppedUp) &&
    (grant.notRestricted === undefined || !facts.restricted) &&
    (grant.notClosed === undefined || facts.status !== 'closed') &&
    (grant.heldBy === undefined || facts.assigneeId === (grant.heldBy === 'actor' ? actor.id : null)) &&
    holdsByPlace(grant, facts) &&
    (grant.recordedToday === undefined || isRecordedToday(actor, facts, context))
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
