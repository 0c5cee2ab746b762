/** A field of a form, as far as it says whether somebody has been at it. */
export interface Field {
  readonly type: string
  readonly value: string
  readonly defaultValue: string
  readonly checked: boolean
  readonly defaultChecked: boolean
  /** Of a list to choose from; empty for every other field. */
  readonly options: readonly { readonly selected: boolean; readonly defaultSelected: boolean }[]
}

/** Whether a field is otherwise than the page had it: what is typed, ticked or chosen and not sent. */
export function isTouched({ type, value, defaultValue, options, ...field }: Field): boolean {
  if (type === 'hidden' || type === 'submit' || type === 'button') return false
  if (type === 'checkbox' || type === 'radio') return field.checked !== field.defaultChecked
  if (options.length === 0) return value !== defaultValue
  // A list without a choice of the page's own shows its first.
  const own = options.some(({ defaultSelected }) => defaultSelected)
  return options.some(
    ({ selected, defaultSelected }, place) => selected !== (own ? defaultSelected : place === 0),
  )
}
