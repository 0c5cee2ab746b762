interface Props {
  readonly name: string
  /** Where something leads to it. */
  readonly id?: string
  readonly label: string
  /** The words for no choice. */
  readonly any: string
  readonly value: string | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

/** One filter of the queue. It is filled in while it narrows, and says what it narrows to. */
export function ChoiceChip({ name, id, label, any, value, options }: Props) {
  return (
    <select
      id={id}
      name={name}
      aria-label={label}
      defaultValue={value ?? ''}
      className="chip"
      data-on={value === undefined ? 'false' : 'true'}
    >
      <option value="">{any}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}
