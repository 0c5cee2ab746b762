import { deskAreas, mayEnter } from './desk-areas'
import { grants } from './policy'
import { caseActions } from './role-grants'
import type { DeskArea } from './desk-areas'
import type { CaseAction, Grant } from './role-grants'
import type { Role } from './words'

/** The named conditions of a grant. */
type Condition =
  | 'nobody'
  | 'actor'
  | 'offered'
  | 'inDistricts'
  | 'leavesIn'
  | 'recordedToday'
  | 'notClosed'
  | 'notRestricted'
  | 'named'
  | 'glass'

/** Acts that are allowed under the same conditions. No condition: on every case. */
interface Right {
  readonly actions: readonly CaseAction[]
  /** Those that need a fresh proof of who is asking besides. */
  readonly afterProof: readonly CaseAction[]
  readonly conditions: readonly Condition[]
}

/** What a role may do, taken from the policy itself. */
interface RoleRights {
  readonly areas: readonly DeskArea[]
  readonly rights: readonly Right[]
}

/** The rights of a role in words' codes, acts with the same conditions together. */
export function rightsOf(role: Role): RoleRights {
  const actor = { id: 'somebody', name: '', role, districts: ['their-own'] }
  const byConditions = new Map<
    string,
    { actions: CaseAction[]; afterProof: CaseAction[]; conditions: readonly Condition[] }
  >()
  for (const action of caseActions) {
    for (const grant of grants(actor, action)) {
      const conditions = conditionsOf(grant)
      const key = conditions.join(' ')
      const right = byConditions.get(key) ?? { actions: [], afterProof: [], conditions }
      right[grant.steppedUp === undefined ? 'actions' : 'afterProof'].push(action)
      byConditions.set(key, right)
    }
  }
  return { areas: deskAreas.filter((area) => mayEnter(role, area)), rights: [...byConditions.values()] }
}

/**
 * Every condition of a grant but the proof, and but that they have no conflict, which is said of all rights at once; in the order they
 * are said in.
 */
function conditionsOf(grant: Grant): readonly Condition[] {
  return [
    ...(grant.heldBy === undefined ? [] : [grant.heldBy]),
    ...(grant.offered === undefined ? [] : (['offered'] as const)),
    ...(grant.recordedToday === undefined ? [] : (['recordedToday'] as const)),
    ...(grant.inDistricts === undefined ? [] : (['inDistricts'] as const)),
    ...(grant.leavesIn === undefined ? [] : (['leavesIn'] as const)),
    ...(grant.notClosed === undefined ? [] : (['notClosed'] as const)),
    ...(grant.notRestricted === undefined ? [] : (['notRestricted'] as const)),
    ...(grant.named === undefined ? [] : (['named'] as const)),
    ...(grant.glass === undefined ? [] : (['glass'] as const)),
  ]
}
