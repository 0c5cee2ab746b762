import { isTouched } from '@/components/staff/live/touched'
import type { Field } from '@/components/staff/live/touched'

const fields = 'input, textarea, select'

/** What must not go from under a hand that reaches for it: an offer that ends meanwhile is told of by its answer. */
const reachedFor = '[data-hold]:hover, [data-hold]:focus-within'

/** Whether somebody is at a form, or has begun one, or reaches for an answer, or what is shown once is on the page: nothing moves under them then. */
export function isHeld(): boolean {
  const still = `dialog[open], [data-shown-once], ${reachedFor}`
  if (document.activeElement?.matches(fields) === true || document.querySelector(still) !== null) return true
  return fieldsOf(fields).some(isTouched)
}

/** Whether words are typed that are not sent. */
export function isWriting(): boolean {
  return fieldsOf('form[method="post"] textarea').some(isTouched)
}

function fieldsOf(selector: string): readonly Field[] {
  return [...document.querySelectorAll(selector)].map(readField)
}

function readField(element: Element): Field {
  const none = { type: '', value: '', defaultValue: '', checked: false, defaultChecked: false, options: [] }
  if (element instanceof HTMLSelectElement)
    return { ...none, type: element.type, value: element.value, options: [...element.options] }
  if (element instanceof HTMLInputElement) {
    const { type, value, defaultValue, checked, defaultChecked } = element
    return { type, value, defaultValue, checked, defaultChecked, options: [] }
  }
  if (element instanceof HTMLTextAreaElement)
    return { ...none, type: 'textarea', value: element.value, defaultValue: element.defaultValue }
  return none
}
