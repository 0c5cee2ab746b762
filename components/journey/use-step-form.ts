import { useCallback, useEffect, useRef, useState } from 'react'
import type { RefObject, SyntheticEvent } from 'react'
import type * as CheckForm from '@/components/journey/check-form'
import type { StepView } from '@/lib/journey/view'

/** How long a form waits for the code that checks it, before it is posted unchecked. */
const patienceMs = 2000

type Submit = SyntheticEvent<HTMLFormElement, SubmitEvent>

interface StepForm {
  /** Question id to error code: of the last attempt here, before that of the last attempt the server saw. */
  readonly errors: Readonly<Record<string, string>>
  /** How often sending was tried on this page. */
  readonly attempt: number
  readonly submit: (event: Submit) => void
}

/**
 * Checks a step with the server's own schema before the browser posts it. What fits is posted by the browser as without
 * JavaScript, and so is what may call for help; what else does not fit stays here with its error codes. The code that checks comes only once the form is touched,
 * and where it cannot come the server checks alone. `onLeave` is called right before the browser posts.
 */
export function useStepForm(
  form: RefObject<HTMLFormElement | null>,
  view: StepView,
  today: string,
  onLeave: () => void,
): StepForm {
  const checked = useCheckedFlag()
  const code = useRef<Promise<typeof CheckForm> | null>(null)
  const [found, setFound] = useState<Readonly<Record<string, string>> | null>(null)
  const [attempt, setAttempt] = useState(0)

  const wake = useCallback(() => {
    code.current ??= import('@/components/journey/check-form')
  }, [])

  useEffect(() => {
    const element = form.current
    element?.addEventListener('focusin', wake, { once: true })
    return () => {
      element?.removeEventListener('focusin', wake)
    }
  }, [form, wake])

  const find = useCallback(
    async (posted: HTMLFormElement) => {
      wake()
      try {
        const check = await Promise.race([code.current, nothingAfter(patienceMs)])
        const questions = view.questions.map(({ question }) => question)
        return (await check?.checkForm(posted, questions, today)) ?? null
      } catch {
        return null
      }
    },
    [wake, view.questions, today],
  )

  const submit = useCallback(
    (event: Submit) => {
      if (checked.current) return
      event.preventDefault()
      const posted = event.currentTarget
      const { submitter } = event.nativeEvent
      void find(posted).then((errors) => {
        if (errors === null) {
          checked.current = true
          onLeave()
          postSoon(posted, submitter)
        } else {
          setFound(errors)
          setAttempt((count) => count + 1)
        }
      })
    },
    [checked, find, onLeave],
  )

  return { errors: found ?? view.errors, attempt, submit }
}

/** True once a form has been found to be for the server; false again when the browser shows the page anew. */
function useCheckedFlag(): RefObject<boolean> {
  const checked = useRef(false)
  useEffect(() => {
    const again = () => {
      checked.current = false
    }
    window.addEventListener('pageshow', again)
    return () => {
      window.removeEventListener('pageshow', again)
    }
  }, [])
  return checked
}

/** A form ignores being sent while it still tells of being sent, which lasts until this turn ends. */
function postSoon(form: HTMLFormElement, submitter: HTMLElement | null): void {
  window.setTimeout(() => {
    form.requestSubmit(submitter)
  })
}

function nothingAfter(milliseconds: number): Promise<null> {
  return new Promise((resolve) => {
    window.setTimeout(() => {
      resolve(null)
    }, milliseconds)
  })
}
