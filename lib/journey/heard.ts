import type { Answer, Answers, ResolvedQuestion } from './definition'
import { kindOf } from './kinds/table'
import { parseStep } from './read'
import type { FieldValues } from './view'

/**
 * What a form says, whatever else is wrong in it: the answers that are right by themselves and, of ticks that do not go together, each that is
 * an option. For help that cannot wait until all of it is right; what is kept as an answer goes through `parseStep`. `today` is `YYYY-MM-DD`.
 */
export function heard(questions: readonly ResolvedQuestion[], values: FieldValues, today: string): Answers {
  const said = questions.flatMap((question): [string, Answer][] => {
    const alone = parseStep([question], values, today)
    if (alone.ok) return Object.entries(alone.answers)
    const ticked = ticksIn(question, values)
    return ticked.length === 0 ? [] : [[question.id, ticked]]
  })
  return Object.fromEntries(said)
}

/** Whether an answer in a form may call for help. */
export function soundsUrgent(
  questions: readonly ResolvedQuestion[],
  values: FieldValues,
  today: string,
): boolean {
  const urgent = questions.filter((question) => question.urgent === true)
  return Object.values(heard(urgent, values, today)).some((answer) => answer !== null)
}

function ticksIn(question: ResolvedQuestion, values: FieldValues): readonly string[] {
  if (question.kind !== 'checkboxes') return []
  const posted: unknown = kindOf(question).gather(question, values)
  const ticks: readonly unknown[] = [posted].flat()
  return question.options.filter((option) => ticks.includes(option))
}
