'use client'

import { useRef } from 'react'
import { targetOf } from '@/components/questions/control'
import { Question } from '@/components/questions/question'
import { useAutosave } from '@/components/journey/use-autosave'
import { useStepForm } from '@/components/journey/use-step-form'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { Urgent } from '@/components/ui/error-summary'
import { Heading } from '@/components/ui/heading'
import type { FormWords } from '@/components/journey/form-words'
import type { StepView } from '@/lib/journey/view'

interface Props {
  readonly view: StepView
  readonly words: FormWords
  /** The server's date, YYYY-MM-DD, so that both sides agree on what lies ahead. */
  readonly today: string
  readonly language: string
  readonly help?: Urgent | undefined
}

/** One step as a plain form, below the help that answers call for. JavaScript adds checking before it is posted, room left, and saving in the background. */
export function StepForm({ view, words, today, language, help }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const autosave = useAutosave(form, view.autosave)
  const { errors, attempt, submit } = useStepForm(form, view, today, autosave.stop)
  const [first] = view.questions
  const headed = view.questions.length === 1 && first?.label === view.heading
  const mixed = view.questions.some(({ question }) => question.optional !== true)
  const shown = view.questions.map((question) => {
    const code = errors[question.question.id]
    return {
      question,
      error: code === undefined ? undefined : (question.errors[code] ?? question.errors.invalid),
    }
  })
  const wrong = shown.flatMap(({ question, error }) =>
    error === undefined ? [] : [{ target: targetOf(question), message: error }],
  )
  return (
    <form
      ref={form}
      method="post"
      action={view.action}
      noValidate
      onSubmit={submit}
      onInput={view.autosave === undefined ? undefined : autosave.changed}
    >
      {wrong.length > 0 ? (
        <ErrorSummary title={words.problem} items={wrong} attempt={attempt} first={help} />
      ) : (
        help?.node
      )}
      {headed ? null : <Heading lead={view.lead}>{view.heading}</Heading>}
      {shown.map(({ question, error }) => (
        <Question
          key={question.question.id}
          view={question}
          values={view.values}
          error={error}
          heading={headed}
          markOptional={mixed && question.question.optional === true}
          lead={view.lead}
          words={words}
          saving={view.autosave === undefined ? undefined : autosave.state}
          language={language}
        />
      ))}
      <Button className="w-full sm:w-auto sm:min-w-44">{words.next}</Button>
    </form>
  )
}
