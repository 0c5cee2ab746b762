import { describedBy, textOf } from '@/components/questions/control'
import { frameClass, QuestionNotes, QuestionTitle } from '@/components/questions/question-text'
import type { ControlProps } from '@/components/questions/control'
import type { ResolvedQuestion } from '@/lib/journey/definition'

type Kind = 'text' | 'time' | 'postcode' | 'email' | 'phone'

const kinds = {
  text: { type: 'text', dir: 'auto' },
  time: { type: 'time', className: 'input w-40' },
  postcode: { type: 'text', autoCapitalize: 'characters', spellCheck: false, className: 'input w-44' },
  email: { type: 'email', inputMode: 'email', autoCapitalize: 'none', spellCheck: false, dir: 'auto' },
  phone: { type: 'tel', inputMode: 'tel', className: 'input max-w-80', dir: 'auto' },
} satisfies Record<Kind, React.ComponentProps<'input'>>

/** Browsers offer to fill a field in only where the definition says so: on a shared device they should offer nothing. */
function autocompleteOf(question: ResolvedQuestion): string {
  return question.kind === 'text' ? (question.autocomplete ?? 'off') : 'off'
}

/** One line to type in. */
export function LineQuestion(props: ControlProps & { readonly kind: Kind }) {
  const { view, values, error, kind } = props
  const { id } = view.question
  return (
    <div className={frameClass(error)}>
      <QuestionTitle {...props} htmlFor={id} />
      <QuestionNotes {...props} />
      <input
        className="input"
        {...kinds[kind]}
        name={id}
        id={id}
        autoComplete={autocompleteOf(view.question)}
        defaultValue={textOf(values, id)}
        aria-describedby={describedBy(props)}
        aria-invalid={error === undefined ? undefined : true}
      />
    </div>
  )
}
