import { describedBy, ticksOf } from '@/components/questions/control'
import { frameClass, QuestionNotes, QuestionTitle } from '@/components/questions/question-text'
import type { ControlProps } from '@/components/questions/control'
import type { OptionView } from '@/lib/journey/view'

/** Radio buttons or tick boxes, one card each. */
export function ChoiceQuestion(props: ControlProps & { readonly type: 'radio' | 'checkbox' }) {
  const { view, values, error, type } = props
  const { id } = view.question
  const ticked = ticksOf(values, id)
  return (
    <div className={frameClass(error)}>
      <fieldset aria-describedby={describedBy(props)}>
        <legend className="w-full">
          <QuestionTitle {...props} />
        </legend>
        <QuestionNotes {...props} />
        <div className="mt-4 grid gap-2">
          {(view.options ?? []).map((option, index) => (
            <Option
              key={option.value}
              option={option}
              id={index === 0 ? id : `${id}-${String(index + 1)}`}
              type={type}
              name={id}
              checked={ticked.includes(option.value)}
            />
          ))}
        </div>
      </fieldset>
    </div>
  )
}

interface OptionProps {
  readonly option: OptionView
  readonly id: string
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly checked: boolean
}

function Option({ option, id, type, name, checked }: OptionProps) {
  const hintId = option.hint === undefined ? undefined : `${id}-about`
  return (
    <label className="option" htmlFor={id}>
      <input
        type={type}
        name={name}
        id={id}
        value={option.value}
        defaultChecked={checked}
        className="tick"
        aria-describedby={hintId}
      />
      <span>
        {option.label}
        {option.hint === undefined ? null : (
          <small id={hintId} className="block text-sm text-ink-soft">
            {option.hint}
          </small>
        )}
      </span>
    </label>
  )
}
