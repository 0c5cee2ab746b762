import { describe, expect, it } from 'vitest'
import { phraseFinder } from './find-phrases'

const finds = (phrase: string, text: string) =>
  phraseFinder([['found', phrase]])(text.split(' ')).has('found')

describe('a phrase', () => {
  it.each([
    ['a word', 'knife', 'a knife here', true],
    ['no part of a word', 'knife', 'knifes', false],
    ['a beginning', 'kni*', 'two knives', true],
    ['words one after another', 'he is here', 'now he is here again', true],
    ['and not with others between', 'he is here', 'he is never here', false],
    ['that is not whole', 'he is here', 'he is', false],
    ['either of two words', 'in my|our flat', 'in our flat', true],
    ['found by either of two first words', 'he|she* left', 'shelly left', true],
    ['a gap of no word', 'he ~ outside', 'he outside', true],
    ['a gap of three words', 'he ~ outside', 'he is now right outside', true],
    ['and of no more', 'he ~ outside', 'he is now right there outside', false],
    ['that begins twice', 'he ~ he is in', 'he he he is in', true],
    ['with a word that may not follow', 'got in !touch|contact', 'he got in contact', false],
    ['where another follows', 'got in !touch|contact', 'he got in again', true],
    ['where none follows', 'got in !touch|contact', 'he got in', true],
  ])('%s: %s in "%s"', (_, phrase, text, isFound) => {
    expect(finds(phrase, text)).toBe(isFound)
  })

  it('is one of many', () => {
    const find = phraseFinder([
      ['one', 'a b'],
      ['two', 'a c'],
      ['three', 'a*'],
      ['four', 'd'],
    ])
    expect([...find(['a', 'c'])].sort()).toEqual(['three', 'two'])
  })
})
