import { z } from 'zod'
import { journeys } from './find-journey'

/** Ids of the questions whose answers are about the person complained of, in every journey. */
export const subjectQuestions: ReadonlySet<string> = new Set(
  journeys
    .flatMap(({ steps }) => steps)
    .flatMap(({ questions }) => questions)
    .filter(({ aboutSubject }) => aboutSubject === true)
    .map(({ id }) => id),
)

const said = z
  .object({ answers: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()])) })
  .catchall(z.json())
const row = z.looseObject({
  questionId: z.string(),
  value: z.string(),
  blank: z.literal(true).exactOptional(),
  takenOut: z.literal(true).exactOptional(),
})
const sections = z.array(z.looseObject({ rows: z.array(row) }))

/** What was sent, without what it says about the person complained of. */
export interface WithoutSubject {
  readonly said: z.infer<typeof said>
  readonly transcript: z.infer<typeof sections>
}

/**
 * Takes the answers about the person complained of out of what was sent, given as it was sealed: their answers are gone, and where they stood in the
 * transcript it says `takenOut`. Null where there are none, or none any more. Throws where it is no such text: never show the error, it may hold words of it.
 */
export function withoutSubject(answers: string, transcript: string, takenOut: string): WithoutSubject | null {
  const given = said.parse(JSON.parse(answers))
  const shown = sections.parse(JSON.parse(transcript))
  const rows = shown.flatMap((section) => section.rows)
  const hasAnswer = Object.entries(given.answers).some(
    ([id, answer]) => subjectQuestions.has(id) && answer !== null && answer.length > 0,
  )
  if (!hasAnswer && !rows.some(isTold)) return null
  const kept = Object.entries(given.answers).filter(([id]) => !subjectQuestions.has(id))
  return {
    said: { ...given, answers: Object.fromEntries(kept) },
    transcript: shown.map((section) => ({
      ...section,
      rows: section.rows.map((one) =>
        isTold(one) ? { ...one, value: takenOut, takenOut: true as const } : one,
      ),
    })),
  }
}

/** Whether a row of the transcript says something about them. */
function isTold({ questionId, value, blank, takenOut }: z.infer<typeof row>): boolean {
  return subjectQuestions.has(questionId) && blank === undefined && takenOut === undefined && value !== ''
}
