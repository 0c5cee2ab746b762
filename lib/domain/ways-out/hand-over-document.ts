import { z } from 'zod'
import { caseStatuses, channels, risks, roles, submissionKinds } from '../words'

/** What of a case can be given out with its published facts, one by one. */
export const handOverParts = ['account', 'contact', 'messages', 'notes', 'history'] as const
export type HandOverPart = (typeof handOverParts)[number]

/** For whom a document is made. */
const handOverReceivers = ['records-system', 'other-force'] as const
export type HandOverReceiver = (typeof handOverReceivers)[number]

const at = z.iso.datetime()
const answer = z.strictObject({
  section: z.string(),
  questionId: z.string(),
  question: z.string(),
  answer: z.string(),
})
const named = z.strictObject({ id: z.string(), name: z.string() })

/**
 * One case for another system, version 1. `docs/schemas/case-hand-over-1.schema.json` publishes the same for machines; a change that a reader could
 * stumble over is another version. A part that was not chosen is empty and named in `leftOut`; what a person told about who they are is never in it.
 */
export const caseHandOver = z.strictObject({
  schema: z.literal('case-hand-over/1'),
  madeAt: at,
  force: named,
  madeFor: z.enum(handOverReceivers),
  parts: z.array(z.enum(handOverParts)),
  case: z.strictObject({
    reference: z.string(),
    kind: z.enum(submissionKinds),
    channel: z.enum(channels),
    status: z.enum(caseStatuses),
    district: named.nullable(),
    strands: z.array(named),
    risk: z.enum(risks),
    /** Whether a person decided the risk; where not, rules suggested it. */
    riskDecided: z.boolean(),
    receivedAt: at,
    closedAt: at.nullable(),
    outcome: z.string().nullable(),
    /** BCP 47: the language of the questions as the person saw them. */
    language: z.string(),
  }),
  account: z.array(answer),
  /** How the person may be reached by now. */
  contact: z.array(answer),
  messages: z.array(z.strictObject({ at, from: z.enum(['person', 'force']), text: z.string() })),
  notes: z.array(z.strictObject({ at, role: z.enum(roles).nullable(), text: z.string() })),
  history: z.array(z.strictObject({ at, role: z.enum(roles).nullable(), what: z.string() })),
  leftOut: z.array(z.enum([...handOverParts, 'identity', 'equality', 'files', 'unreadable-messages'])),
})
export type CaseHandOver = z.infer<typeof caseHandOver>
