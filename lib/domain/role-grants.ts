import { assertNever } from './assert-never'
import type { DistrictId, Role } from './words'

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
  'record-contact',
  'call-back',
  'change-plan',
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
  'hand-out',
  'work',
] as const
export type CaseAction = (typeof caseActions)[number]

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

/** What of somebody their grants depend on. */
interface Person {
  readonly role: Role
  readonly districts: readonly DistrictId[]
}

/** What needs a fresh proof, and is otherwise for the same people as another act: whoever may end a case may give it out of the force's hands. */
const afterProof: Readonly<Partial<Record<CaseAction, CaseAction>>> = {
  'reveal-address': 'open',
  erase: 'request-erasure',
  export: 'request-erasure',
  'hand-out': 'close',
}

/** The grants of a role for one action, but for what holds of them all. */
export function grantsOfRole(person: Person, action: CaseAction): readonly Grant[] {
  // Whoever sees a case can say that it is not for them.
  if (action === 'recuse') return grantsOfRole(person, 'see-headline')
  const same = afterProof[action]
  if (same !== undefined)
    return grantsOfRole(person, same).map((grant): Grant => ({ ...grant, steppedUp: true }))
  switch (person.role) {
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
      return [...officerGrants(person, action), ...namedOfficerGrants(action), ...byGlass(action)]
    case 'supervisor':
      return supervisorGrants(action)
    // Of a centre they see where what they sent stands, by a function of the database, and no case.
    case 'administrator':
    case 'auditor':
    case 'strategic-lead':
    case 'centre-worker':
      return []
    default:
      return assertNever(person.role)
  }
}

function granted(given: boolean, grant: Grant): readonly Grant[] {
  return given ? [grant] : []
}

/** What somebody who has broken the glass may do to that one case: never to a sealed one. */
function byGlass(action: CaseAction): readonly Grant[] {
  return granted(inDanger.has(action), { glass: true, notRestricted: true })
}

const recorder: ReadonlySet<CaseAction> = new Set(['see-headline', 'tell-control-room', 'call-back'])
const triage: ReadonlySet<CaseAction> = new Set([
  'see-headline',
  'open',
  'assign',
  'add-note',
  'tell-control-room',
  'decide-risk',
  'call-back',
  'work',
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
  'record-contact',
  'call-back',
  'change-plan',
  'close',
  'work',
])

/**
 * What they hold, and of what they do not hold only cases whose reporter did not ask to leave them out. What they are asked to take they
 * see the headline of, wherever it is: to open it they take it (decision 0027).
 */
function officerGrants(person: Person, action: CaseAction): readonly Grant[] {
  const own: Grant = { heldBy: 'actor', notRestricted: true }
  const near: Grant = { inDistricts: person.districts, leavesIn: person.districts, notRestricted: true }
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
