import { readReasonOf } from './erasure'
import { DomainError } from './errors'
import type { CaseAction } from './role-grants'
import { isUuid } from './uuid'

/** Why somebody has nothing to do with a case: codes, because what is behind them is theirs. */
const conflictReasons = ['knows-victim', 'knows-suspect', 'works-with', 'family', 'other-interest'] as const

/** Why a conflict is lifted. */
const liftReasons = ['mistaken', 'ended', 'another-person'] as const

/** Why a case is sealed after it arrived, and why one is sealed no longer. */
const sealingReasons = ['said-later', 'found-out', 'missed'] as const
const unsealingReasons = ['not-police', 'left-police', 'mistaken'] as const

/** Why somebody is named for a sealed case, or is not any more. */
const namingReasons = ['expertise', 'cover', 'hand-over'] as const
const removingReasons = ['no-longer-needed', 'left-post', 'mistaken'] as const

/** An act on who stands how to a case: what the policy calls it, why it can be done, and whether it is about somebody else. */
export const standingActs = {
  recused: { action: 'recuse', reasons: conflictReasons, isAbout: false },
  'conflict-declared': { action: 'declare-conflict', reasons: conflictReasons, isAbout: true },
  'conflict-lifted': { action: 'declare-conflict', reasons: liftReasons, isAbout: true },
  'case-sealed': { action: 'seal', reasons: sealingReasons, isAbout: false },
  'case-unsealed': { action: 'unseal', reasons: unsealingReasons, isAbout: false },
  'reader-named': { action: 'name-readers', reasons: namingReasons, isAbout: true },
  'reader-removed': { action: 'unseal', reasons: removingReasons, isAbout: true },
} as const satisfies Readonly<
  Record<
    string,
    { readonly action: CaseAction; readonly reasons: readonly string[]; readonly isAbout: boolean }
  >
>
export type StandingAct = keyof typeof standingActs

/** What the form of such an act gives. */
export interface GivenStanding {
  readonly account: string
  readonly reason: string
}

/** An act as it is done: whom it is about, where that is somebody else, and why. */
export interface ReadStanding {
  readonly account: string | null
  readonly reason: string
}

/** Reads the form of an act. `invalid` without a reason from its list, or without a person where it is about one. */
export function readStanding(act: StandingAct, { account, reason }: GivenStanding): ReadStanding {
  const { reasons, isAbout } = standingActs[act]
  const why = readReasonOf<string>(reasons, reason)
  if (isAbout && !isUuid(account)) throw new DomainError('invalid')
  return { account: isAbout ? account : null, reason: why }
}
