import { z } from 'zod'
import { caseStatuses, channels, roles, submissionKinds } from './words'

/** For what somebody's data is taken out: codes, kept in the audit. */
export const exportReasons = ['subject-access', 'court', 'other-force'] as const
export type ExportReason = (typeof exportReasons)[number]

export const exportFormats = ['pdf', 'json'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** How many cases of one person can be taken out together. */
export const mostExported = 20

/** Why something is left out. Its words are beside it. */
export const leftOutReasons = [
  'another-person',
  'unknown-question',
  'identity-not-chosen',
  'internal-note',
  'held-apart',
  'unreadable',
] as const

const at = z.iso.datetime()
const asked = z.strictObject({ question: z.string(), answer: z.string() })

const oneCase = z.strictObject({
  reference: z.string(),
  kind: z.enum(submissionKinds),
  channel: z.enum(channels),
  status: z.enum(caseStatuses),
  receivedAt: at,
  closedAt: at.nullable(),
  outcome: z.string().nullable(),
  /** BCP 47: the language of the questions as the person saw them. */
  language: z.string(),
  answers: z.array(z.strictObject({ section: z.string(), ...asked.shape })),
  identity: z.array(asked),
  messages: z.array(z.strictObject({ at, from: z.enum(['person', 'force']), text: z.string() })),
  notes: z.array(z.strictObject({ at, role: z.enum(roles).nullable(), text: z.string() })),
  decisions: z.array(z.strictObject({ at, role: z.enum(roles).nullable(), what: z.string() })),
  /** Who opened it, by role and day of the force's calendar. Never by name. */
  looks: z.array(z.strictObject({ role: z.enum(roles), day: z.iso.date(), times: z.int().positive() })),
  held: z.array(z.string()),
  leftOut: z.array(z.strictObject({ what: z.string(), why: z.enum(leftOutReasons), words: z.string() })),
})

/**
 * What is given of one person's data (Data Protection Act 2018, section 45), version 1. `docs/schemas/subject-access-1.json` publishes the same
 * for machines; a change that a reader could stumble over is another version.
 */
export const subjectAccess = z.strictObject({
  schema: z.literal('subject-access/1'),
  madeAt: at,
  force: z.string(),
  reason: z.enum(exportReasons),
  includesIdentity: z.boolean(),
  /** How many words or numbers were blacked out because they are about others. */
  blackedOut: z.int().nonnegative(),
  cases: z.array(oneCase).min(1),
})
export type SubjectAccess = z.infer<typeof subjectAccess>
export type ExportedCase = z.infer<typeof oneCase>
