import type { Actor, CaseFacts } from './policy'
import type { CaseAction } from './role-grants'
import type { Role } from './words'

/**
 * Why somebody opened a case: kept with every look. `my-case` is the holder's and needs no asking; `threat-to-life` that of whoever broke
 * the glass of it. `weekly-sample` and `taking-out` are given by the product, to whoever comes from the sample it drew and to whoever takes out
 * somebody's data. The others are answers to the question "Why are you opening this case?". The rules for unusual looking (./looking) read
 * these codes.
 */
export const openingReasons = [
  'my-case',
  'own-district',
  'triage',
  'supervision',
  'cover',
  'clean-up',
  'quality-review',
  'weekly-sample',
  'taking-out',
  'threat-to-life',
] as const
export type OpeningReason = (typeof openingReasons)[number]

/** Reasons that no form takes as an answer: what somebody does at a page of the product is the reason. */
const ofTheProduct: ReadonlySet<OpeningReason> = new Set(['weekly-sample', 'taking-out'])

type CaseSeen = Pick<CaseFacts, 'id' | 'assigneeId'>

/** For how long, in milliseconds, a reason counts for the case it was given for, in the session it was given in. */
const reasonLife = 8 * 3_600_000

/** The likeliest first: it is the first button. Whoever is not here opens only what they broke the glass of. */
const answersOf: Readonly<Record<Role, readonly OpeningReason[]>> = {
  'call-handler': [],
  triager: ['triage', 'cover', 'clean-up'],
  'liaison-officer': ['own-district', 'cover', 'clean-up'],
  supervisor: ['supervision', 'quality-review', 'cover', 'clean-up'],
  administrator: [],
  auditor: [],
  'strategic-lead': [],
  'centre-worker': [],
}

/**
 * What a page outside the case offers before anything is opened; danger, which waits for no answer; and who stands how to the case, which
 * nobody should have to read it for.
 */
const unasked: ReadonlySet<CaseAction> = new Set([
  'see-headline',
  'take',
  'decline-offer',
  'assign',
  'tell-control-room',
  'recuse',
  'declare-conflict',
  'seal',
  'name-readers',
  'unseal',
])

/** The reason that the facts give by themselves: nobody is asked, and no other would be true. Null where somebody has to say. */
export function impliedReason(actor: Actor, { id, assigneeId }: CaseSeen): OpeningReason | null {
  if (assigneeId === actor.id) return 'my-case'
  return actor.glass?.includes(id) === true ? 'threat-to-life' : null
}

/** The answers this person can choose from for this case; none where the facts give the reason. */
export function reasonsToOffer(actor: Actor, facts: CaseSeen): readonly OpeningReason[] {
  return impliedReason(actor, facts) === null ? answersOf[actor.role] : []
}

/**
 * Whether `reason` can be true of this person and this case. That they may open it at all is the policy's to say. The database's
 * `reason_fits` says the same once more.
 */
export function mayGive(actor: Actor, facts: CaseSeen, reason: OpeningReason): boolean {
  const implied = impliedReason(actor, facts)
  if (implied !== null) return reason === implied
  if (isOfTheProduct(reason)) return actor.role === 'supervisor'
  return answersOf[actor.role].includes(reason)
}

/** Whether the product alone gives this reason. */
export function isOfTheProduct(reason: OpeningReason): boolean {
  return ofTheProduct.has(reason)
}

/** Whether an act on a case is one for whoever has opened it, so that they have to have said why. */
export function needsReason(action: CaseAction): boolean {
  return !unasked.has(action)
}

/** A posted reason as the closed word it is; null for anything else. */
export function readReason(text: string): OpeningReason | null {
  return openingReasons.find((known) => known === text) ?? null
}

/** Whether a reason given at `givenAt` still counts at `at`. One from the future never does. */
export function isReasonFresh(givenAt: Date, at: Date): boolean {
  const age = at.getTime() - givenAt.getTime()
  return age >= 0 && age < reasonLife
}
