import { caseActions } from './role-grants'
import type { CaseAction } from './role-grants'
import { stepUpActs } from './step-up'
import type { StepUpAct } from './step-up'

/** What somebody can be refused: an act on a case, one that needs a fresh proof, or a part of the desk. */
export type Attempt = CaseAction | StepUpAct | 'enter' | 'change-officer'
export const attempts: readonly string[] = [
  ...caseActions,
  ...Object.keys(stepUpActs),
  'enter',
  'change-officer',
]

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
  ['offered', 'product'],
  ['offer-lapsed', 'product'],
  ['unrouted', 'product'],
  ['freed', 'product'],
  ['retention-warned', 'product'],
  ['training-reckoned', 'product'],
  ['clock-near', 'product'],
  ['clock-broken', 'product'],
  ['escalated', 'product'],
  ['coverage-extended', 'product'],
  ['figures-published', 'product'],
  ['outbound-opened', 'product'],
  ['outbound-sent', 'product'],
  ['outbound-failed', 'product'],
  ['outbound-stopped', 'product'],
  ['passing-opened', 'product'],
  ['passed-in', 'product'],
])

/** Where a row has no actor, who it was all the same. */
export function unnamedOf(action: string): Unnamed {
  return unnamed.get(action) ?? 'public'
}
