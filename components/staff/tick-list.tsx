import { FieldNotes } from '@/components/staff/field-notes'
import { describedBy } from '@/components/staff/field-problem'

interface Props {
  /** Of the first box too, so that what is wrong leads to it. */
  readonly id: string
  readonly name: string
  readonly legend: string
  readonly hint?: string
  readonly error?: string | undefined
  /** Said before an error to who hears it. */
  readonly prefix: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly ticked: readonly string[]
}

/** Several choices of a list, any number of them. */
export function TickList({ id, name, legend, hint, error, prefix, options, ticked }: Props) {
  const isWrong = error !== undefined
  return (
    <fieldset aria-describedby={describedBy(id, { hint: hint !== undefined, error: isWrong })}>
      <legend className="label">{legend}</legend>
      <FieldNotes id={id} hint={hint} error={error} prefix={prefix} />
      <div className="grid gap-x-5 gap-y-1.5 sm:grid-cols-2">
        {options.map(({ value, label }, index) => (
          <label key={value} className="flex cursor-pointer items-center gap-2">
            <input
              id={index === 0 ? id : undefined}
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={ticked.includes(value)}
              aria-invalid={isWrong ? true : undefined}
              className="tick"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
