interface Props {
  readonly name: string
  /** Where something leads to it. */
  readonly id?: string
  readonly label: string
  /** The words for no choice. */
  readonly any: string
  readonly value: string | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** Whether what was asked for is none of them: the summary of the page (`problem`) says so. */
  readonly isWrong?: boolean
}

/** One filter of the queue. It is filled in while it narrows, and says what it narrows to. */
export function ChoiceChip({ name, id, label, any, value, options, isWrong = false }: Props) {
  return (
    <select
      id={id}
      name={name}
      aria-label={label}
      aria-invalid={isWrong || undefined}
      aria-describedby={isWrong ? 'problem' : undefined}
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
