/** What an address says of a form that waits on the page, as far as it is a code of ours: it is carried past the question why. */
export function waitingForm({
  kept,
  form,
}: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  if (kept !== 'ended' && kept !== 'confirmed') return {}
  return typeof form === 'string' && /^[a-z-]{1,40}$/u.test(form) ? { kept, form } : { kept }
}
