import { describe, expect, it } from 'vitest'
import { CannotOpenError } from './cannot-open-error'
import { canonicalJson } from './canonical-json'
import { outboundLetter } from './outbound-box'
import { readBox } from './read-box'

const context = { id: 'one', about: 'a case', way: 'text' }
const opened = {
  to: '07700 900123',
  subject: '',
  text: 'Hello.',
  plan: 'null',
  context: canonicalJson(context),
}

describe('a letter out of its box', () => {
  it('is whom to and the words', () => {
    expect(outboundLetter(context, opened)).toEqual({ ...opened, plan: null, context: undefined })
  })

  it.each([
    ['of another row', { context: canonicalJson({ ...context, id: 'two' }) }],
    ['with no words', { text: undefined }],
    ['with a plan that is no JSON', { plan: 'any time' }],
    ['with a plan that is none', { plan: '{"choice":"whenever"}' }],
  ])('is none %s', (_, change) => {
    expect(() => outboundLetter(context, { ...opened, ...change })).toThrow(CannotOpenError)
  })

  it('comes of a box that is one', () => {
    expect(() => readBox({ id: 'one' })).toThrow(CannotOpenError)
  })
})
