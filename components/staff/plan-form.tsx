'use client'

import type { FormWords } from '@/components/journey/form-words'
import { targetOf } from '@/components/questions/control'
import { Question } from '@/components/questions/question'
import { frameClass } from '@/components/questions/question-text'
import type { ShownCase } from '@/components/staff/act-form'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { FieldError, Hint } from '@/components/ui/field-text'
import type { FieldValues, QuestionView } from '@/lib/journey/view'
import type { PartView } from '@/lib/journey/whole'

interface Said {
  readonly apply: string
  readonly known: string
  readonly knownHint: string
  readonly knownMissing: string
  readonly wider: string
  readonly submit: string
}

interface Props {
  readonly action: string
  readonly shown: ShownCase
  /** The plan that this one is to take the place of. */
  readonly planVersion: number
  readonly parts: readonly PartView[]
  /** What was typed before the form was refused. */
  readonly typed: {
    readonly known: string
    readonly values: FieldValues
    readonly errors: Readonly<Record<string, string>>
    /** They did not say how they know who it is. */
    readonly isKnownMissing: boolean
  }
  readonly ways: readonly { readonly value: string; readonly label: string }[]
  readonly words: FormWords
  readonly said: Said
}

/** Every question on how somebody may be reached, in one plain form. */
export function PlanForm({ action, shown, planVersion, parts, typed, said, ...rest }: Props) {
  const { words, ways } = rest
  const isAsked = typed.isKnownMissing
  const errorOf = ({ question, errors }: QuestionView) => {
    const code = typed.errors[question.id]
    return code === undefined ? undefined : (errors[code] ?? errors.invalid)
  }
  const wrong = parts
    .flatMap(({ questions }) => questions)
    .flatMap((view) => {
      const message = errorOf(view)
      return message === undefined ? [] : [{ target: targetOf(view), message }]
    })
  const items = isAsked ? [...wrong, { target: 'known', message: said.knownMissing }] : wrong
  return (
    <form method="post" action={action} noValidate>
      <input type="hidden" name="version" value={shown.version} />
      <input type="hidden" name="plan" value={planVersion} />
      <input type="hidden" name="shown-to" value={shown.actorId} />
      {items.length === 0 ? null : <ErrorSummary title={words.problem} items={items} attempt={0} />}
      <p className="mb-6 text-ink-soft">{said.apply}</p>
      {parts.map(({ slug, heading, questions }) => (
        <section key={slug} aria-labelledby={`part-${slug}`} className="border-t border-line pt-5">
          <h2 id={`part-${slug}`} className={questions.length === 1 ? 'sr-only' : 'mb-4 text-lg'}>
            {heading}
          </h2>
          {questions.map((view) => (
            <Question
              key={view.question.id}
              view={view}
              values={typed.values}
              error={errorOf(view)}
              heading={false}
              markOptional={view.question.optional === true}
              lead={undefined}
              words={words}
              saving={undefined}
              language="en"
            />
          ))}
        </section>
      ))}
      <Known {...{ ways, isAsked, said, words }} chosen={typed.known} />
      <p className="mb-4 text-ink-soft">{said.wider}</p>
      <Button>{said.submit}</Button>
    </form>
  )
}

/** How they know that it is the person, one of the list. */
function Known({
  ways,
  isAsked,
  said,
  words,
  chosen,
}: Pick<Props, 'ways' | 'said' | 'words'> & { readonly isAsked: boolean; readonly chosen: string }) {
  return (
    <div className={`border-t border-line pt-5 ${frameClass(isAsked ? said.knownMissing : undefined)}`}>
      <fieldset aria-describedby={isAsked ? 'known-hint known-error' : 'known-hint'}>
        <legend className="mb-1 text-lg leading-tight font-semibold">{said.known}</legend>
        <Hint id="known-hint">{said.knownHint}</Hint>
        {isAsked ? (
          <FieldError id="known-error" prefix={words.errorPrefix}>
            {said.knownMissing}
          </FieldError>
        ) : null}
        <div className="mt-4 grid gap-2">
          {ways.map(({ value, label }, index) => {
            const id = index === 0 ? 'known' : `known-${String(index + 1)}`
            return (
              <label key={value} className="option" htmlFor={id}>
                <input
                  type="radio"
                  name="known"
                  id={id}
                  value={value}
                  defaultChecked={chosen === value}
                  className="tick"
                />
                <span>{label}</span>
              </label>
            )
          })}
        </div>
      </fieldset>
    </div>
  )
}
