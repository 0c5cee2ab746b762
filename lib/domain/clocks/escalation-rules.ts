import { isControlRoomDue } from '../desk-alerts'
import type { Force } from '../force'
import { promisedBy } from '../promise'
import type { Risk } from '../words'
import { updateDue } from './clock-rules'
import type { ClockKind } from './clock-rules'

/** What the rules of escalation look at. */
export interface EscalationFacts {
  readonly risk: Risk
  readonly receivedAt: Date
  readonly promisedBy: Date
  readonly firstOpenedAt: Date | null
  /** When routing last found nobody to ask; null where it did find somebody, or somebody has it. */
  readonly unroutedAt: Date | null
  /** Since when a clock of each kind is broken. */
  readonly brokenAt: Readonly<Partial<Record<ClockKind, Date>>>
  readonly riskRules: readonly string[]
  readonly controlRoomTold: boolean
}

interface EscalationRule {
  /** Its words are `staff.escalation.rule.<id>`. */
  readonly id: string
  /** Over once what it asks for is done. What was promised and not kept is for a supervisor to settle. */
  readonly passes: boolean
  /** A supervisor may settle it by hand as well: it may not be for them to do any more. */
  readonly byHand?: true
  /** Since when it holds; null while it does not. */
  readonly since: (facts: EscalationFacts, force: Force) => Date | null
}

const minute = 60_000

/** Whether somebody may be in danger: what is of high risk, or calls for 999 and nobody has told the control room. */
const isDanger = (facts: EscalationFacts): boolean => facts.risk === 'high' || isUntold(facts)

const isUntold = ({ riskRules, controlRoomTold }: EscalationFacts): boolean =>
  isControlRoomDue({ status: 'open', riskRules, controlRoomTold })

/** What a supervisor has to know of, the most urgent first. */
export const escalationRules = [
  // Nobody has read in time what says that somebody is in danger.
  { id: 'danger-message', passes: true, since: ({ brokenAt }) => brokenAt.acknowledge ?? null },
  {
    id: 'danger-unacknowledged',
    passes: true,
    since: (facts, { escalations }) =>
      isDanger(facts) && facts.firstOpenedAt === null
        ? new Date(facts.receivedAt.getTime() + escalations.dangerUnacknowledgedMinutes * minute)
        : null,
  },
  {
    // Somebody has opened it, and nobody has told the control room: reading is not telling.
    id: 'control-room-untold',
    passes: true,
    byHand: true,
    since: (facts, { escalations }) =>
      facts.firstOpenedAt !== null && isUntold(facts)
        ? new Date(facts.receivedAt.getTime() + escalations.dangerUnacknowledgedMinutes * minute)
        : null,
  },
  { id: 'unrouted', passes: true, since: ({ unroutedAt }) => unroutedAt },
  // Whoever holds it is away until after something is due, and nobody is to be asked who is there sooner: routing raises it, and settles it.
  { id: 'holder-away', passes: false, since: () => null },
  // Their own word, on the page of their return code, which raises it.
  { id: 'not-as-agreed', passes: false, since: () => null },
  { id: 'promise-broken', passes: false, since: ({ brokenAt }) => brokenAt['first-contact'] ?? null },
  { id: 'update-overdue', passes: false, since: ({ brokenAt }) => brokenAt['next-update'] ?? null },
  // Somebody was to be rung back by now, and nobody said what came of it: the watch raises it.
  { id: 'call-back-missed', passes: false, since: () => null },
  // A text or an e-mail to whoever reported did not arrive: the job that sends it raises it.
  { id: 'undelivered', passes: false, since: () => null },
  // It was to go to another force, which did not take it: whoever sends it raises it.
  { id: 'passing-failed', passes: false, since: () => null },
  // Their own word too: a support service is to be told, or one that knows already is to be told no more.
  { id: 'support-asked', passes: false, since: () => null },
  { id: 'support-withdrawn', passes: false, since: () => null },
  // They wrote after their case was closed, and nobody has answered in time: `isUnanswered`, because nothing else watches a case that is closed.
  { id: 'unanswered', passes: false, since: () => null },
  {
    id: 'unopened',
    passes: true,
    since: (facts, force) => {
      const { risk, receivedAt, promisedBy: promised } = facts
      // Of danger it is told sooner, by the rule above.
      if (facts.firstOpenedAt !== null || isDanger(facts)) return null
      // Waiting for an officer's duty is no reason that nobody looks at it in time.
      const by = Math.min(promised.getTime(), promisedBy(risk, receivedAt, force).getTime())
      const time = by - receivedAt.getTime()
      return new Date(receivedAt.getTime() + time * force.escalations.unopenedShare)
    },
  },
  { id: 'review-overdue', passes: false, since: ({ brokenAt }) => brokenAt.review ?? null },
] as const satisfies readonly EscalationRule[]

export type EscalationRuleId = (typeof escalationRules)[number]['id']

const rules: readonly (EscalationRule & { readonly id: EscalationRuleId })[] = escalationRules

/** The rules that hold now, and since when. */
export function raisedBy(
  facts: EscalationFacts,
  force: Force,
  now: Date,
): readonly { readonly rule: EscalationRuleId; readonly since: Date }[] {
  return rules.flatMap(({ id, since }) => {
    const from = since(facts, force)
    return from === null || from > now ? [] : [{ rule: id, since: from }]
  })
}

/** Whether nobody has answered in time what somebody wrote at `since`, after their case was closed: they hear from us as of any other news. */
export function isUnanswered(risk: Risk, since: Date, force: Force, now: Date): boolean {
  return updateDue(risk, since, force) < now
}

/** Whether a rule is settled of itself once it no longer holds. */
export function passesAlone(rule: string): boolean {
  return rules.some(({ id, passes }) => id === rule && passes)
}

/** Whether a supervisor settles a rule, by saying that they have seen to it. */
export function isSettledByHand(rule: string): boolean {
  return rules.some(({ id, passes, byHand }) => id === rule && (!passes || byHand === true))
}

/** A stored word as the rule it is; null for one that is no longer known. */
export function escalationRuleOf(text: string): EscalationRuleId | null {
  return rules.find(({ id }) => id === text)?.id ?? null
}
