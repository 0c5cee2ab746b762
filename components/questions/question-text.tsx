import { FieldError, Hint } from '@/components/ui/field-text'
import type { ControlProps } from '@/components/questions/control'

/** The label of a question, as the page's heading or as one label among several. */
export function QuestionTitle({
  view,
  heading,
  words,
  markOptional,
  htmlFor,
}: ControlProps & { readonly htmlFor?: string }) {
  const text = htmlFor === undefined ? view.label : <label htmlFor={htmlFor}>{view.label}</label>
  if (heading) return <h1 className="mb-2 text-xl tracking-tight">{text}</h1>
  return (
    <span className="mb-1 block text-lg leading-tight font-semibold">
      {text}
      {markOptional ? <span className="text-base font-normal text-ink-soft"> {words.optional}</span> : null}
    </span>
  )
}

/** The sentence under the heading, the hint and the error of a question, in the order they are read. */
export function QuestionNotes({ view, lead, heading, error, words }: ControlProps) {
  return (
    <>
      {heading && lead !== undefined ? <p className="mb-2.5 text-ink-soft">{lead}</p> : null}
      {view.hint === undefined ? null : <Hint id={`${view.question.id}-hint`}>{view.hint}</Hint>}
      {error === undefined ? null : (
        <FieldError id={`${view.question.id}-error`} prefix={words.errorPrefix}>
          {error}
        </FieldError>
      )}
    </>
  )
}

/** The space and, when something is wrong, the edge around one question. */
export function frameClass(error: string | undefined): string {
  return error === undefined ? 'mb-8' : 'mb-8 border-s-4 border-danger ps-4'
}
