import { describe, expect, it } from 'vitest'
import { matching } from './palette-items'

const items = ['Queue 12', 'My cases 3', 'Write a message', 'Close the case', 'Élodie’s view'].map(
  (words) => ({ words }),
)
const found = (typed: string) => matching(items, typed).map(({ words }) => words)

describe('what a palette finds', () => {
  it('is everything before anything is typed', () => {
    expect(found('  ')).toEqual(items.map(({ words }) => words))
  })

  it.each([
    ['case', ['My cases 3', 'Close the case']],
    ['CLOSE', ['Close the case']],
    ['case close', ['Close the case']],
    ['elodie', ['Élodie’s view']],
    ['e', ['Élodie’s view', 'Queue 12', 'My cases 3', 'Write a message', 'Close the case']],
    ['nothing like it', []],
  ])('for %j is %j', (typed, words) => {
    expect(found(typed)).toEqual(words)
  })
})
