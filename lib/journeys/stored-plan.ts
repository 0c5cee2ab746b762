import { z } from 'zod'
import type { Answers } from '@/lib/journey/definition'
import type { Section } from '@/lib/journey/present'

/** The purpose of the sealed box that a plan is kept in which takes the place of the one before, and its fields: as of what was sent. */
export const planPurpose = 'contact-plan'
export const planFields = ['answers', 'transcript'] as const

const row = z.object({
  questionId: z.string(),
  stepSlug: z.string(),
  label: z.string(),
  value: z.string(),
  blank: z.literal(true).exactOptional(),
})
const stored = z.object({
  journey: z.string(),
  version: z.number(),
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()])),
})
const sections = z.array(z.object({ id: z.string(), title: z.string(), rows: z.array(row) }))

/** A plan as it is kept: the answers, and what the person was asked and answered as they saw it. */
export interface StoredPlan {
  readonly journey: string
  readonly version: number
  readonly answers: Answers
  readonly sections: readonly Section[]
}

/** The fields to seal. */
export function planBox({ sections: seen, journey, version, answers }: StoredPlan): Record<string, string> {
  return { answers: JSON.stringify({ journey, version, answers }), transcript: JSON.stringify(seen) }
}

/** What was sealed. Throws where it is no plan: never show the error, it may hold words of it. */
export function readPlan(fields: Readonly<Record<string, string>>): StoredPlan {
  return {
    ...stored.parse(JSON.parse(fields.answers ?? '')),
    sections: sections.parse(JSON.parse(fields.transcript ?? '')),
  }
}
