import type { Translate } from '@/lib/i18n/translate'

/** What is wrong with one field of a form. */
export interface FieldProblem {
  readonly field: string
  readonly message: string
}

/** The field each problem with a new password, or with what goes with it, is about. */
const fields = new Map([
  ['too-short', 'password'],
  ['too-long', 'password'],
  ['common', 'password'],
  ['personal', 'password'],
  ['same', 'password'],
  ['different', 'again'],
  ['wrong-current', 'current'],
  ['code', 'code'],
])

/** The field a problem in the address of a page is about, and what to say there; null for what no field is to blame for. */
export function passwordProblem(problem: unknown, t: Translate): FieldProblem | null {
  const field = typeof problem === 'string' ? fields.get(problem) : undefined
  return field === undefined ? null : { field, message: t(`signIn.newPassword.problem.${String(problem)}`) }
}

/** What is wrong with this field, or nothing. */
export function messageFor(field: string, problem: FieldProblem | null): string | undefined {
  return problem?.field === field ? problem.message : undefined
}

/** The ids a field is described by: its hint and its error, where it has them. */
export function describedBy(
  id: string,
  { hint, error }: { hint?: boolean; error?: boolean },
): string | undefined {
  const ids = [...(hint === true ? [`${id}-hint`] : []), ...(error === true ? [`${id}-error`] : [])]
  return ids.length === 0 ? undefined : ids.join(' ')
}
