import { DomainError } from './errors'
import type { Actor } from './policy'

/** For how long, in milliseconds, having proved who you are counts for what needs it. */
const stepUpLife = 10 * 60_000

/**
 * Everything that needs a fresh proof of who is asking. What is added to the product and belongs here is added here
 * first: a test finds the guard of each, and an export has its line before there is any.
 */
export const stepUpActs = {
  invite: 'guarded',
  'withdraw-invitation': 'guarded',
  'change-role': 'guarded',
  deactivate: 'guarded',
  reactivate: 'guarded',
  'reset-sign-in': 'guarded',
  'end-others-sessions': 'guarded',
  'change-factors': 'guarded',
  'reveal-address': 'guarded',
  // No page offers it yet; the command asks.
  'erase-case': 'in-command',
  export: 'not-built',
} as const satisfies Readonly<Record<string, 'guarded' | 'in-command' | 'not-built'>>

export type StepUpAct = keyof typeof stepUpActs

/** Somebody signed in, and when they last proved who they are. */
export interface SignedIn {
  readonly actor: Actor
  readonly strongAt: Date
}

/** Refuses with `step-up` whoever has not proved in the last ten minutes who they are. `act` is what they are about to do. */
export function expectFresh({ strongAt }: SignedIn, act: StepUpAct, at: Date): void {
  if (stepUpActs[act] === 'not-built' || !isFresh(strongAt, at)) throw new DomainError('step-up')
}

/** Whether a proof given at `strongAt` still counts at `at`. One from the future never does. */
export function isFresh(strongAt: Date, at: Date): boolean {
  const age = at.getTime() - strongAt.getTime()
  return age >= 0 && age < stepUpLife
}
