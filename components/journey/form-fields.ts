/** What a form would post, as the server will read it. */
export function formFields(form: HTMLFormElement): URLSearchParams {
  const fields = new URLSearchParams()
  new FormData(form).forEach((value, name) => {
    if (typeof value === 'string') fields.append(name, value)
  })
  return fields
}
