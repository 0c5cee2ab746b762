import { zodResolver } from '@hookform/resolvers/zod'
import { createFormControl } from 'react-hook-form'
import { formFields } from '@/components/journey/form-fields'
import { soundsUrgent } from '@/lib/journey/heard'
import { readFields } from '@/lib/journey/read'
import { stepSchema } from '@/lib/journey/schema'
import type { FieldErrors, Resolver } from 'react-hook-form'
import type { ResolvedQuestion } from '@/lib/journey/definition'

type Fields = Record<string, string | readonly string[]>

/**
 * Checks what a form holds with the server's own reader and schema. `today` is the server's date, YYYY-MM-DD.
 * Gives question ids with their error codes; null when the form is for the server: all is well, or an answer may call for help, which is
 * shown there whatever else is wrong.
 */
export async function checkForm(
  form: HTMLFormElement,
  questions: readonly ResolvedQuestion[],
  today: string,
): Promise<Record<string, string> | null> {
  if (soundsUrgent(questions, readFields(questions, formFields(form)), today)) return null
  const check = zodResolver(stepSchema(questions, today)) as unknown as Resolver<Fields>
  const { handleSubmit } = createFormControl<Fields>({
    shouldFocusError: false,
    resolver: (_values, context, options) =>
      check({ ...readFields(questions, formFields(form)) }, context, options),
  })
  let found: Record<string, string> | null = null
  await handleSubmit(
    () => undefined,
    (errors) => {
      found = codesOf(errors)
    },
  )()
  return found
}

function codesOf(errors: FieldErrors<Fields>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([id, error]) => [id, error?.message ?? 'invalid']))
}
