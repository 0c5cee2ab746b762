import { describe, expect, it } from 'vitest'
import { peopleOf, readPersonRole } from './people'

const named = (id: string, role: string) => ({
  id,
  type: 'person-named',
  detail: { role },
  boxId: `box-${id}`,
})
const then = (type: string, person: string, role?: string) => ({
  id: `${type}-${person}`,
  type,
  detail: { person, role },
  boxId: null,
})
const words = new Map([
  ['box-a', 'Ann'],
  ['box-b', 'Ben'],
])

describe('who is in a case', () => {
  it('is in the order of roles, by name where it opens', () => {
    const history = [named('c', 'victim'), named('b', 'subject'), named('a', 'witness')]
    expect(peopleOf(history, words)).toEqual([
      { id: 'c', role: 'victim', name: null },
      { id: 'a', role: 'witness', name: 'Ann' },
      { id: 'b', role: 'subject', name: 'Ben' },
    ])
  })

  it('is what was said last, and whoever was taken out is not', () => {
    const history = [
      then('person-removed', 'b'),
      then('person-changed', 'a', 'complainant'),
      then('person-changed', 'a', 'witness'),
      named('b', 'subject'),
      named('a', 'victim'),
    ]
    expect(peopleOf(history, words)).toEqual([{ id: 'a', role: 'complainant', name: 'Ann' }])
  })

  it('is nobody by what else is in a history, or by a role nobody knows', () => {
    expect(peopleOf([{ ...named('a', 'victim'), type: 'noted' }, named('b', 'king')], words)).toEqual([])
    expect(peopleOf([then('person-changed', 'a', 'victim'), then('person-removed', 'b')], words)).toEqual([])
    expect(readPersonRole('__proto__')).toBeNull()
  })
})
