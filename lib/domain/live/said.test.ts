import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { readSaid } from './said'

const id = '7d444840-9dc0-11d1-b245-5ffdce74fad2'

test.each([
  [id, { caseId: id, what: 'changed' }],
  [`${id} here`, { caseId: id, what: 'here' }],
  ['', null],
  [`${id} there`, null],
  [`${id} here now`, null],
  [id.toUpperCase(), null],
])('%j is read as %j', (text, said) => {
  expect(readSaid(text)).toEqual(said)
})

it('takes nothing but an id from whatever is said', () => {
  fc.assert(fc.property(fc.string(), (text) => readSaid(text) === null))
})
