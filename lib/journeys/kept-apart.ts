import { z } from 'zod'
import { whoMayKnow } from '@/lib/domain/identity'
import type { WhoMayKnow } from '@/lib/domain/identity'
import type { Answers, Journey } from '@/lib/journey/definition'
import { findJourney } from './find-journey'

/** The sealed field of a submission that holds what is kept apart. Every submission has it, and of one size: its row tells nothing. */
export const apartField = 'identity'

/** More than the longest answers take, so that every text is of the same size class; see lib/sealing/padding.ts. */
const bytes = 6 * 1024

const row = z.object({
  questionId: z.string(),
  stepSlug: z.string(),
  label: z.string(),
  value: z.string(),
  blank: z.literal(true).exactOptional(),
})
const kept = z.object({
  journey: z.string(),
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()])),
  sections: z.array(z.object({ id: z.string(), title: z.string(), rows: z.array(row) })),
})
type KeptApart = z.infer<typeof kept>

/** Something a person said that is kept apart, as they saw it asked; the label in English too, where the journey still asks it. */
export interface ApartRow {
  readonly questionId: string
  readonly label: string
  readonly english: string | undefined
  readonly value: string
}

/** Whether anything was said among answers. */
export function hasWords(answers: Answers): boolean {
  return Object.values(answers).some((answer) => answer !== null && answer.length > 0)
}

/** The text of the field. */
export function apartText(said: { readonly [K in keyof KeptApart]: unknown }): string {
  const text = JSON.stringify(said)
  return text + ' '.repeat(Math.max(0, bytes - new TextEncoder().encode(text).length))
}

/**
 * What the field says; what was left blank is not among it. `english` gives the label of a question as it is today. Throws where it is no such
 * text: never show the error, it may hold words of it.
 */
export function readApart(
  text: string,
  english: (journey: Journey, questionId: string) => string | undefined,
): readonly ApartRow[] {
  const { journey: id, sections } = kept.parse(JSON.parse(text))
  const journey = findJourney(id)
  return sections
    .flatMap(({ rows }) => rows)
    .filter(({ blank }) => blank === undefined)
    .map(({ questionId, label, value }) => ({
      ...{ questionId, label, value },
      english: journey && english(journey, questionId),
    }))
}

/** Who may know it, as they answered; null where they left that blank or were not asked. */
export function wishOf({ mayKnow }: Answers): WhoMayKnow | null {
  return whoMayKnow.find((one) => one === mayKnow) ?? null
}
