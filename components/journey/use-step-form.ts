import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { formFields } from '@/components/journey/form-fields'
import { readFields } from '@/lib/journey/read'
import { stepSchema } from '@/lib/journey/schema'
import type { RefObject, SyntheticEvent } from 'react'
import type { FieldErrors, Resolver, UseFormRegister } from 'react-hook-form'
import type { FieldValues, StepView } from '@/lib/journey/view'

type Fields = Record<string, string | readonly string[]>

interface StepForm {
  readonly register: UseFormRegister<Fields>
  /** Question id to error code: of the last attempt here, before that of the last attempt the server saw. */
  readonly errors: Readonly<Record<string, string>>
  /** How often sending was tried on this page. */
  readonly attempt: number
  readonly submit: (event: SyntheticEvent<HTMLFormElement, SubmitEvent>) => void
}

/**
 * Checks a step with the server's own reader and schema before the browser posts it. What fits is posted by the browser
 * as without JavaScript; what does not stays here with its error codes. `today` is the server's date, YYYY-MM-DD;
 * `onLeave` is called right before the browser posts.
 */
export function useStepForm(
  form: RefObject<HTMLFormElement | null>,
  view: StepView,
  today: string,
  onLeave: () => void,
): StepForm {
  const checked = useRef(false)
  const [found, setFound] = useState<Readonly<Record<string, string>> | null>(null)
  const [attempt, setAttempt] = useState(0)
  const questions = useMemo(() => view.questions.map(({ question }) => question), [view.questions])
  const resolver = useResolver(form, questions, today)
  const { register, handleSubmit } = useForm<Fields>({
    resolver,
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  })

  useEffect(() => {
    const again = () => {
      checked.current = false
    }
    window.addEventListener('pageshow', again)
    return () => {
      window.removeEventListener('pageshow', again)
    }
  }, [])

  const submit = useCallback(
    (event: SyntheticEvent<HTMLFormElement, SubmitEvent>) => {
      if (checked.current) return
      event.preventDefault()
      const { submitter } = event.nativeEvent
      const target = event.currentTarget
      void handleSubmit(
        () => {
          checked.current = true
          onLeave()
          // A form ignores being sent while it still tells of being sent, which lasts until this turn ends.
          window.setTimeout(() => {
            target.requestSubmit(submitter)
          })
        },
        (errors) => {
          setFound(codesOf(errors))
          setAttempt((count) => count + 1)
        },
      )(event)
    },
    [handleSubmit, onLeave],
  )

  return { register, errors: found ?? view.errors, attempt, submit }
}

function useResolver(
  form: RefObject<HTMLFormElement | null>,
  questions: Parameters<typeof stepSchema>[0],
  today: string,
): Resolver<Fields> {
  return useCallback(
    async (_values, context, options) => {
      const check = zodResolver(stepSchema(questions, today)) as unknown as Resolver<Fields>
      const posted: FieldValues = form.current === null ? {} : readFields(questions, formFields(form.current))
      return check({ ...posted }, context, options)
    },
    [form, questions, today],
  )
}

function codesOf(errors: FieldErrors<Fields>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([id, error]) => [id, error?.message ?? 'invalid']))
}
