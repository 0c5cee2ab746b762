import { DomainError } from './errors'
import type { Actor } from './policy'

/** For how long, in milliseconds, having proved who you are counts for what needs it. */
const stepUpLife = 10 * 60_000

/**
 * Everything that needs a fresh proof of who is asking. What is added to the product and belongs here is added here first: a test finds the
 * guard of each in its Route Handler, and of those with `twice` the command's own besides.
 */
export const stepUpActs = {
  invite: 'guarded',
  'withdraw-invitation': 'guarded',
  'change-role': 'guarded',
  'sealed-list': 'guarded',
  deactivate: 'guarded',
  reactivate: 'guarded',
  'reset-sign-in': 'guarded',
  'end-others-sessions': 'guarded',
  'change-factors': 'guarded',
  'reveal-address': 'guarded',
  'break-glass': 'guarded',
  'reveal-identity': 'guarded',
  'keep-senders': 'guarded',
  'keep-centres': 'guarded',
  'renew-code': 'twice',
  'export-looks': 'twice',
  'erase-case': 'twice',
  export: 'twice',
  'hand-out': 'twice',
  'change-partner': 'guarded',
} as const satisfies Readonly<Record<string, 'guarded' | 'twice'>>

export type StepUpAct = keyof typeof stepUpActs

/** Somebody signed in, and when they last proved who they are. */
export interface SignedIn {
  readonly actor: Actor
  readonly strongAt: Date
}

/** Refuses with `step-up` whoever has not proved in the last ten minutes who they are, and what is not in the table. */
export function expectFresh({ strongAt }: SignedIn, act: StepUpAct, at: Date): void {
  if (!Object.hasOwn(stepUpActs, act) || !isFresh(strongAt, at)) throw new DomainError('step-up')
}

/** Whether a proof given at `strongAt` still counts at `at`. One from the future never does. */
export function isFresh(strongAt: Date, at: Date): boolean {
  const age = at.getTime() - strongAt.getTime()
  return age >= 0 && age < stepUpLife
}
