import { mayUse } from '@/lib/domain/contact/may-use'
import type { ContactWay, WayRefusal } from '@/lib/domain/contact/may-use'
import type { Force } from '@/lib/domain/force'
import type { ContactPlan } from './contact-plan'
import type { MaskableSection } from './address-mask'

/** Questions whose answer is a way to reach somebody: what stands there is shown only where that way is safe. */
const reachQuestions = ['phone', 'email', 'postalAddress', 'trustedPerson'] as const
type ReachQuestion = (typeof reachQuestions)[number]

const wayOf: Readonly<Record<ReachQuestion, ContactWay>> = {
  ...{ phone: 'call', email: 'email', postalAddress: 'post', trustedPerson: 'trusted' },
}

/** Whether a telephone number was given, and whether it is on the page: safe now, asked for with a reason, or kept back. */
export type NumberState = 'none' | 'open' | 'asked' | { readonly refused: WayRefusal }

/** What of a plan may be shown at a moment. */
export interface ShownReach {
  readonly plan: ContactPlan
  readonly number: NumberState
  /** Of the questions whose answers are kept back. */
  readonly withheld: ReadonlySet<string>
}

/**
 * A plan without what must not be at hand: a number outside its hours, or where calls are not safe, unless it was asked for with a reason; and
 * whatever belongs to a way that was not ticked, at any hour.
 */
export function shownReach(
  plan: ContactPlan,
  isAsked: boolean,
  at: Date,
  force: Pick<Force, 'timeZone'>,
): ShownReach {
  const number = numberState(plan, isAsked, at, force)
  const isOff = (id: ReachQuestion) =>
    id === 'phone' ? typeof number === 'object' : isWayOff(plan, wayOf[id], at, force)
  const withheld = new Set<string>(reachQuestions.filter(isOff))
  const shown = (id: ReachQuestion) => (withheld.has(id) ? null : plan[id])
  return {
    number,
    withheld,
    plan: {
      ...plan,
      phone: shown('phone'),
      email: shown('email'),
      postalAddress: shown('postalAddress'),
      trustedPerson: shown('trustedPerson'),
    },
  }
}

/** What was asked and answered, without what is kept back. `isReplaced`: the plan in it holds no more, so that no way in it is one. */
export function withoutReach(
  sections: readonly MaskableSection[],
  { withheld }: Pick<ShownReach, 'withheld'>,
  isReplaced: boolean,
): readonly MaskableSection[] {
  const isKeptBack = (id: string) =>
    withheld.has(id) || (isReplaced && reachQuestions.some((one) => one === id))
  return sections.map((section) => ({
    ...section,
    rows: section.rows.map((row) =>
      isKeptBack(row.questionId) && row.blank === undefined ? { ...row, value: '', keptBack: true } : row,
    ),
  }))
}

function numberState(
  plan: ContactPlan,
  isAsked: boolean,
  at: Date,
  force: Pick<Force, 'timeZone'>,
): NumberState {
  if (plan.phone === null) return 'none'
  const { refused } = mayUse(plan, 'call', at, force)
  if (refused === undefined) return 'open'
  return isAsked ? 'asked' : { refused }
}

/** Whether a way is none of theirs, whatever the hour. */
function isWayOff(plan: ContactPlan, way: ContactWay, at: Date, force: Pick<Force, 'timeZone'>): boolean {
  const { refused } = mayUse(plan, way, at, force)
  return refused === 'way-not-safe' || refused === 'not-to-be-contacted'
}
