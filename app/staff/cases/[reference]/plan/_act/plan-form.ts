import { staffPaths } from '@/lib/config/paths'
import type { FieldValues, QuestionView } from '@/lib/journey/view'
import { safeContact } from '@/lib/journeys/safe-contact'
import type { DeskForm } from '../../../../_http/kept-form'

/** The form of a plan that staff put down for somebody, and what of it is kept where it is not taken. */
export function planForm(reference: string): DeskForm {
  const asked = safeContact.steps.flatMap(({ questions }) => questions.map(({ id }) => id))
  return { page: staffPaths.casePlan(reference), form: 'plan', fields: ['known', ...asked] }
}

/** What was typed and is kept, as a form would post it. */
export function keptPost(values: Readonly<Record<string, string>>, questions: readonly QuestionView[]) {
  const ticked = new Set(questions.filter(({ question }) => question.kind === 'checkboxes').map(idOf))
  return new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) =>
      (ticked.has(name) ? value.split('\n') : [value]).map((one) => [name, one]),
    ),
  )
}

function idOf({ question }: QuestionView): string {
  return question.id
}

/** What a page shows of a form that was not taken. */
export interface TypedPlan {
  readonly known: string
  readonly values: FieldValues
  readonly errors: Readonly<Record<string, string>>
  /** They did not say how they know who it is. */
  readonly isKnownMissing: boolean
}
