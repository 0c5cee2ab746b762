import { z } from 'zod'
import type { Journey, Question } from '@/lib/journey/definition'
import { liaison } from '../liaison'
import { report } from '../report'

/** The largest referral, in bytes, by machine or as a file. */
export const largestReferral = 256 * 1024

/** Questions that only somebody who fills in our own pages can answer: a referral comes without them. */
export const notReferred: ReadonlySet<string> = new Set(['returnCode', 'outside'])

type Field = z.ZodType<string | string[]>

const word = z.string().max(300)
const list = z.array(word).max(60)

/** Any answer: what has no place in the journey is kept as words. */
const anyAnswer = z.union([z.string().max(10_000), list])

/** What a referral may answer: the questions of both journeys by their ids, each with the choices that the journey gives. */
const answers = z.object(fieldsOf([report, liaison])).catchall(anyAnswer)

/** A referral as another body sends it. */
export const referralSchema = z
  .strictObject({
    version: z.literal('referral/1'),
    reference: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/u)
      .meta({
        description:
          'Your own reference. The same reference with the same content is taken once, however often it is sent.',
      }),
    kind: z.enum(['report', 'liaison-request']),
    answers,
  })
  .meta({ description: 'What somebody told you, for the force that ought to know.' })

export type ReferralDocument = z.infer<typeof referralSchema>

/** The journey that a referral's answers are answers of. */
export function journeyOf({
  kind,
}: Pick<ReferralDocument, 'kind'>): Journey & { readonly id: 'report' | 'liaison' } {
  return kind === 'report' ? report : liaison
}

function fieldsOf(journeys: readonly Journey[]): Record<string, z.ZodOptional<Field>> {
  const questions = journeys.flatMap(({ steps }) => steps.flatMap((step) => step.questions))
  const ids = [...new Set(questions.map(({ id }) => id))].filter((id) => !notReferred.has(id))
  return Object.fromEntries(
    ids.map((id) => [id, z.optional(fieldOf(questions.filter((question) => question.id === id)))]),
  )
}

/** Where a question stands twice, with the choices of both. */
function fieldOf(questions: readonly Question[]): Field {
  const [first] = questions
  if (first?.kind === 'radios') return oneOf(questions, z.string().max(10_000))
  if (first?.kind === 'checkboxes')
    return z.union([z.array(oneOf(questions, word)).max(60), z.string().max(10_000)])
  const text = z.string().max(10_000)
  return first?.kind === 'date'
    ? text.meta({ description: 'A day, YYYY-MM-DD.', examples: ['2026-11-20'] })
    : text
}

/** The choices there are, and any other word, which is kept and said not to be understood. */
function oneOf(questions: readonly Question[], other: z.ZodString): z.ZodType<string> {
  const known = questions.flatMap((question) =>
    'options' in question && typeof question.options !== 'function' ? question.options : [],
  )
  return known.length === 0 ? other : z.union([z.enum(known), other])
}
