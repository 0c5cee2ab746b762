import 'server-only'
import { z } from 'zod'
import type { ReachPlan } from '@/lib/domain/contact/may-use'
import type { Letter } from '@/lib/domain/outbound/letter'
import type { SealedBoxRow } from './box'
import { CannotOpenError } from './cannot-open-error'
import { canonicalJson } from './canonical-json'
import { sealBox } from './seal'

/** Which row a letter belongs to: sealed with it, so that one moved to another row or person is noticed. */
export interface OutboundContext {
  readonly id: string
  /** The case or the account it is for. */
  readonly about: string
  readonly way: string
}

/** What is sealed of a letter, and by which plan it may be sent: null where it is for staff. */
export interface SealedLetter extends Pick<Letter, 'to' | 'subject' | 'text'> {
  readonly plan: ReachPlan | null
}

const plan = z
  .object({
    choice: z.enum(['plan', 'code-only', 'anonymous']),
    ways: z.array(z.string()),
    anyTime: z.boolean(),
    onlyAt: z.boolean(),
    times: z.string().nullable(),
    days: z.array(z.string()),
    hours: z.array(z.string()),
  })
  .nullable()
const fields = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  plan: z.string(),
  context: z.string(),
})

/** Seals a letter for the worker that sends it. */
export function sealOutbound(context: OutboundContext, letter: SealedLetter): Promise<SealedBoxRow> {
  const { to, subject, text } = letter
  const held = {
    to,
    subject,
    text,
    plan: JSON.stringify(planOf(letter.plan)),
    context: canonicalJson({ ...context }),
  }
  return sealBox('outbound', held)
}

/** When somebody may be reached, and nothing of what else they said. */
function planOf(given: ReachPlan | null): ReachPlan | null {
  if (given === null) return null
  const { choice, ways, anyTime, onlyAt, times, days, hours } = given
  // Whether they wrote of times counts; what they wrote does not leave the plan.
  return { choice, ways, anyTime, onlyAt, times: times === null ? null : '', days, hours }
}

/** The letter of an opened box. Throws CannotOpenError when it is not the one its row says it is. */
export function outboundLetter(context: OutboundContext, opened: unknown): SealedLetter {
  const { success, data } = fields.safeParse(opened)
  if (!success || data.context !== canonicalJson({ ...context })) throw new CannotOpenError()
  const { to, subject, text } = data
  return { to, subject, text, plan: readPlan(data.plan) }
}

/** Throws CannotOpenError on what was no plan when it was sealed, or is none any more. */
function readPlan(text: string): ReachPlan | null {
  try {
    return plan.parse(JSON.parse(text))
  } catch {
    throw new CannotOpenError()
  }
}
