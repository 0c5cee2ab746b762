import { caseActions } from './policy'
import type { CaseAction } from './policy'
import { stepUpActs } from './step-up'
import type { StepUpAct } from './step-up'

/** What the audit can say was done. Those about cases are written by functions of the database as well. */
export const auditActions = [
  'signed-in',
  'sign-in-refused',
  'session-ended',
  'confirmed',
  'confirmation-refused',
  'password-changed',
  'password-change-refused',
  'password-way-closed',
  'passkey-added',
  'passkey-removed',
  'authenticator-set',
  'recovery-codes-made',
  'force-sign-in-linked',
  'force-sign-in-unlinked',
  'invited',
  'invitation-withdrawn',
  'invitation-accepted',
  'sign-in-reset',
  'sign-in-voided',
  'role-changed',
  'account-closed',
  'account-opened',
  'officer-changed',
  'officer-described',
  'one-more-said',
  'handing-over-said',
  'training-recorded',
  'training-withdrawn',
  'recording-started',
  'taken',
  'assigned',
  'transferred',
  'status-set',
  'noted',
  'risk-decided',
  'closed',
  'disclosed',
  'control-room-told',
  'revealed',
  'identity-revealed',
  'opened',
  'glass-broken',
  'glass-closed',
  'glass-reason-read',
  'glass-reviewed',
  'searched',
  'indexed',
  'refused',
  'collected',
  'handed-back',
  'named',
  'case-sealed',
  'case-unsealed',
  'reader-named',
  'reader-removed',
  'recused',
  'conflict-declared',
  'conflict-lifted',
  'conflict-found',
  'sealed-list-changed',
  'link-declared',
  'link-removed',
  'flag-raised',
  'flag-resolved',
  'looks-consulted',
  'looks-exported',
  'sample-drawn',
  'sample-signed',
  'decoys-made',
  'hold-placed',
  'hold-lifted',
  'retention-warned',
  'kept-longer',
  'erasure-requested',
  'erasure-declined',
  'erased',
  'exported',
  'minimising',
  'minimised',
  'record-type-proposed',
  'record-type-approved',
  'record-type-refused',
  'coverage-extended',
  'keys-rotated',
  'keys-recovered',
  'recovery-drilled',
] as const
export type AuditAction = (typeof auditActions)[number]

/** What somebody can be refused: an act on a case, one that needs a fresh proof, or a part of the desk. */
export type Attempt = CaseAction | StepUpAct | 'enter' | 'change-officer'
export const attempts: readonly string[] = [...caseActions, ...Object.keys(stepUpActs), 'enter', 'change-officer']

/** Who did what nobody is named for: the codes of words. */
type Unnamed = 'command-line' | 'stranger' | 'public' | 'product'

/** Each of these is written without an actor in one place alone; every other by the public. */
const unnamed: ReadonlyMap<string, Unnamed> = new Map([
  ['invited', 'command-line'],
  ['invitation-withdrawn', 'command-line'],
  ['decoys-made', 'command-line'],
  ['keys-rotated', 'command-line'],
  ['keys-recovered', 'command-line'],
  ['recovery-drilled', 'command-line'],
  ['sign-in-refused', 'stranger'],
  ['flag-raised', 'product'],
  ['sample-drawn', 'product'],
  ['indexed', 'product'],
  ['named', 'product'],
  ['conflict-found', 'product'],
  ['retention-warned', 'product'],
  ['coverage-extended', 'product'],
])

/** Where a row has no actor, who it was all the same. */
export function unnamedOf(action: string): Unnamed {
  return unnamed.get(action) ?? 'public'
}
