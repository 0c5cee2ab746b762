import { DomainError } from './errors'
import type { CaseAction } from './role-grants'
import type { CaseStatus } from './words'

/** The part of a case its rules look at. */
export interface CaseState {
  readonly status: CaseStatus
  readonly assigneeId: string | null
  readonly version: number
  /** Left out where it is not: what is erased is a bare record. */
  readonly erasedAt?: Date | null
  /** The case it was merged into; left out where it was not. */
  readonly goesOnInId?: string | null
}

/** What a rule changes. The version goes up by one with every change. */
export interface CaseChange {
  readonly status: CaseStatus
  readonly assigneeId: string | null
  readonly version: number
}

/** What can be done to a case, as the policy names it. */
export type ActOnCase = Exclude<
  CaseAction,
  | 'see-headline'
  | 'open'
  | 'reveal-address'
  | 'decline-offer'
  | 'recuse'
  | 'declare-conflict'
  | 'seal'
  | 'name-readers'
  | 'unseal'
  | 'hold'
  | 'keep-longer'
  | 'request-erasure'
  | 'erase'
  | 'export'
  | 'hand-out'
  | 'work'
>

/** Which status may follow which: the only place that knows. */
export const transitions: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  new: ['assigned', 'closed'],
  assigned: ['in-progress', 'awaiting-contact', 'closed'],
  'in-progress': ['awaiting-contact', 'closed'],
  'awaiting-contact': ['in-progress', 'closed'],
  closed: ['in-progress', 'new'],
}

/**
 * Statuses a person may choose by hand: assigning and closing have their own acts, with their own reasons. A closed case that nobody holds is opened again
 * as a new one, so that somebody is found for it.
 */
export function statusesToChoose(state: CaseState): readonly CaseStatus[] {
  if (state.status === 'closed') return [state.assigneeId === null ? 'new' : 'in-progress']
  if (state.assigneeId === null || typeof state.goesOnInId === 'string') return []
  return transitions[state.status].filter((to) => to === 'in-progress' || to === 'awaiting-contact')
}

/** The acts that make sense on a case as it stands, whoever asks: what `assign`, `transfer` and the others will take. */
export function actsOn(state: CaseState): readonly ActOnCase[] {
  if (state.erasedAt instanceof Date) return []
  const words = ['add-note', 'send-message', 'change-plan'] as const
  if (state.status === 'closed') return ['set-status', ...words]
  if (typeof state.goesOnInId === 'string')
    return [...words, 'tell-control-room', 'record-contact', 'call-back', 'close', 'review']
  const hands =
    state.assigneeId === null ? (['take', 'assign'] as const) : (['set-status', 'transfer'] as const)
  return [
    ...hands,
    ...words,
    'tell-control-room',
    'record-contact',
    'call-back',
    'decide-risk',
    'close',
    'review',
  ]
}

/** Refuses with `conflict` when the case has changed since the person saw version `seen`. */
export function expectVersion(state: CaseState, seen: number): void {
  if (state.version !== seen) throw new DomainError('conflict')
}

/** Gives a case nobody holds to `accountId`. `bad-transition` when somebody holds it or it is closed. */
export function assign(state: CaseState, accountId: string): CaseChange {
  if (state.assigneeId !== null) throw new DomainError('bad-transition')
  return move(state, 'assigned', accountId)
}

/** Hands a case over to somebody else, who starts from `assigned`. `invalid` when they hold it already. */
export function transfer(state: CaseState, accountId: string): CaseChange {
  if (state.assigneeId === null || state.status === 'closed') throw new DomainError('bad-transition')
  if (state.assigneeId === accountId) throw new DomainError('invalid')
  return { status: 'assigned', assigneeId: accountId, version: state.version + 1 }
}

/** Makes a case nobody's again, so that it is routed anew. `bad-transition` when nobody holds it or it is closed. */
export function handBack(state: CaseState): CaseChange {
  if (state.assigneeId === null || state.status === 'closed') throw new DomainError('bad-transition')
  return { status: 'new', assigneeId: null, version: state.version + 1 }
}

/** Moves an assigned case on, or opens a closed one again. `bad-transition` for every other move. */
export function setStatus(state: CaseState, to: CaseStatus): CaseChange {
  if (!statusesToChoose(state).includes(to)) throw new DomainError('bad-transition')
  return move(state, to, state.assigneeId)
}

/** Ends a case. The disposition must be one of `allowed` (the force's list), else `invalid`. */
export function close(state: CaseState, disposition: string, allowed: readonly string[]): CaseChange {
  if (!allowed.includes(disposition)) throw new DomainError('invalid')
  return move(state, 'closed', state.assigneeId)
}

function move(state: CaseState, to: CaseStatus, assigneeId: string | null): CaseChange {
  if (!transitions[state.status].includes(to)) throw new DomainError('bad-transition')
  return { status: to, assigneeId, version: state.version + 1 }
}
