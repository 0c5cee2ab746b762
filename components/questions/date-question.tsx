import { describedBy, textOf } from '@/components/questions/control'
import { frameClass, QuestionNotes, QuestionTitle } from '@/components/questions/question-text'
import type { ControlProps } from '@/components/questions/control'

const parts = [
  { name: 'day', width: 'w-18', length: 2 },
  { name: 'month', width: 'w-18', length: 2 },
  { name: 'year', width: 'w-26', length: 4 },
] as const

/** A date in three small fields: quicker and surer than a calendar, and the same without JavaScript. */
export function DateQuestion(props: ControlProps) {
  const { view, values, error, words } = props
  const { id } = view.question
  return (
    <div className={frameClass(error)}>
      <fieldset aria-describedby={describedBy(props)}>
        <legend className="w-full">
          <QuestionTitle {...props} />
        </legend>
        <QuestionNotes {...props} />
        <div className="flex flex-wrap gap-4">
          {parts.map(({ name, width, length }) => (
            <div key={name}>
              <label htmlFor={`${id}-${name}`} className="mb-1 block">
                {words[name]}
              </label>
              <input
                name={`${id}-${name}`}
                id={`${id}-${name}`}
                className={`input ${width}`}
                type="text"
                inputMode="numeric"
                maxLength={length}
                autoComplete="off"
                defaultValue={textOf(values, `${id}-${name}`)}
                aria-invalid={error === undefined ? undefined : true}
              />
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  )
}
