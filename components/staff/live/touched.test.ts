import { expect, test } from 'vitest'
import { isTouched } from './touched'
import type { Field } from './touched'

const field = (more: Partial<Field>): Field => ({
  ...{ type: 'text', value: '', defaultValue: '', checked: false, defaultChecked: false, options: [] },
  ...more,
})
const option = (selected: boolean, defaultSelected: boolean) => ({ selected, defaultSelected })

test.each<[string, Partial<Field>, boolean]>([
  ['an empty field', {}, false],
  ['words that were typed', { type: 'textarea', value: 'I rang.' }, true],
  ['words the page brought', { value: 'kept', defaultValue: 'kept' }, false],
  ['words that were taken out', { value: '', defaultValue: 'kept' }, true],
  ['a hidden field', { type: 'hidden', value: '3', defaultValue: '2' }, false],
  ['a box that was ticked', { type: 'checkbox', value: 'on', checked: true }, true],
  ['a box the page ticked', { type: 'checkbox', checked: true, defaultChecked: true }, false],
  ['a list as it was', { type: 'select-one', options: [option(false, false), option(true, true)] }, false],
  ['another choice', { type: 'select-one', options: [option(true, false), option(false, true)] }, true],
  [
    'a list with no choice',
    { type: 'select-one', options: [option(true, false), option(false, false)] },
    false,
  ],
  ['the first choice', { type: 'select-one', options: [option(false, false), option(true, false)] }, true],
])('%s', (_, more, touched) => {
  expect(isTouched(field(more))).toBe(touched)
})
