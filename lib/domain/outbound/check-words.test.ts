import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ordinary, planted, plantedCode as code } from '@/e2e/factories/letters'
import { forces } from '@/lib/force/forces'
import { newReference } from '../reference'
import { forbiddenIn } from './check-words'
import type { Against } from './check-words'
import { forbiddenWords } from './forbidden-words'

const against: Against = {
  neutral: true,
  languages: ['en', 'cy'],
  names: Object.values(forces).map(({ name }) => name),
  own: ['I am a demiboy and a Quaker, my partner calls me Ashling', 'Black'],
}
const kinds = (text: string, more: Partial<Against> = {}) =>
  forbiddenIn(text, { ...against, ...more }).map(({ kind }) => kind)
describe('the check of what is sent', () => {
  it.each(planted)('stops %j', (text) => {
    expect(forbiddenIn(text, against)).not.toEqual([])
  })

  it('has at least fifty planted texts and two hundred ordinary ones', () => {
    expect(new Set(planted).size).toBeGreaterThanOrEqual(50)
    expect(new Set(ordinary).size).toBeGreaterThanOrEqual(200)
  })

  it.each(ordinary)('passes %j', (text) => {
    expect(forbiddenIn(text, against)).toEqual([])
  })

  it('says which words, as they were typed, and why', () => {
    expect(forbiddenIn('The P-o-l-i-c-e about HC-7K2Q-M4TD, and gáy.', against)).toEqual([
      { word: 'P-o-l-i-c-e', kind: 'police' },
      { word: 'HC-7K2Q-M4TD', kind: 'reference' },
      { word: 'gáy', kind: 'lgbt' },
    ])
  })

  it('lets the police be named where that was allowed, and nothing else', () => {
    const named = { neutral: false }
    expect(kinds('It is PC Popescu of the police. Ring 101 or see www.herts.police.uk.', named)).toEqual([])
    expect(kinds('Hertfordshire Constabulary, liaison officer', named)).toEqual([])
    expect(kinds(`About the hate crime, gay, demiboy, HC-7K2Q-M4TD, ${code}`, named)).toEqual([
      'hate',
      'lgbt',
      'own',
      'reference',
      'code',
    ])
  })

  it.each([
    'About the crime you reported',
    'You are a victim of crime',
    'It is about the victim of the offence',
    'The police, about your arrest',
    'He is in custody',
    'Your LAGLO will ring',
    'Your lagolo will ring',
    'The diversity team rang',
    'See www.tellmamauk.org',
    'See www.example.org/herts.police.uk',
  ])('lets nothing else be said there: %j', (text) => {
    expect(kinds(text, { neutral: false })).not.toEqual([])
  })

  it('knows a reference however it is written', () => {
    for (let count = 0; count < 200; count += 1) {
      const reference = newReference(count % 2 === 0 ? 'report' : 'liaison-request', randomBytes(5))
      const bare = reference.slice(3)
      const ways = [reference, reference.replaceAll('-', ' ').toLowerCase(), reference.replaceAll('-', '')]
      for (const text of ways) expect(kinds(`Quote ${text} please`), text).toContain('reference')
      const own = [bare, bare.replace('-', ' '), bare.replace('-', '–'), bare.replace('-', '').toLowerCase()]
      for (const text of own)
        expect(kinds(`Quote ${text} please`, { reference }), text).toContain('reference')
      expect(kinds(`Quote ${bare.replaceAll('0', 'O').replaceAll('1', 'l')}`, { reference })).toContain(
        'reference',
      )
    }
  })

  it('finds two letters that somebody calls themselves by, and more than one of them', () => {
    expect(kinds('As an NB you may come', { own: ['I am NB'] })).toEqual(['own'])
    expect(kinds('For bayesies', { own: ['bayesy'] })).toEqual(['own'])
    expect(kinds('I AM here, OK', { own: ['I AM OK'] })).toEqual([])
  })

  it('looks in the languages it is told to', () => {
    expect(kinds('Yr heddlu', { languages: ['en'] })).toEqual([])
    expect(kinds('Yr heddlu', { languages: ['cy'] })).toEqual(['police'])
  })

  it.each([
    'Gayle and Gaynor are gaining a billion and a bill',
    'The translator is in transport; transfer the map',
    'Plan b. I think so',
    'Plan D. I think so',
    'Wnest di fynd',
    'See you at three at the café, or at nine',
    'Charge your phone at Churchill Road; the template is in Asia',
    'The price is £101.50, room 1012',
    'That every hat eats shade',
    'Stop. Lice are about', // no piece of it is the word
    'Ring 0300 123 1010 or 020 7946 0999',
    '23 Nov 2026 19:31:21 +0000\r\nMIME-Version: 1.0',
    'Could we meet at 11:05, at 110 High Road? It is £110', // LLO, in figures
    'Sun, 22 Nov 2026 09:13:58 +0000',
  ])('is not misled by %j', (text) => {
    expect(forbiddenIn(text, against)).toEqual([])
  })
})

const lookAlike: Readonly<Record<string, readonly string[]>> = {
  ...{
    a: ['а', 'á', '4', '@', 'ａ', '𝐚'],
    b: ['в', '8', 'ｂ'],
    c: ['с', 'ç', 'ｃ'],
    e: ['е', 'é', '3', 'ε'],
  },
  ...{
    g: ['ɡ', '9', 'ｇ'],
    i: ['і', '1', '!', 'ï', 'ı'],
    l: ['ӏ', '1', 'I', 'ł', '|'],
    o: ['о', '0', 'ö', 'ο'],
  },
  ...{
    p: ['р', 'ρ', 'ｐ'],
    s: ['ѕ', '5', '$', 'š'],
    t: ['т', '7', 'ť', '𝘁'],
    u: ['υ', 'ü'],
    y: ['у', 'ÿ', 'ý'],
  },
}
const joiners = ['', ' ', '.', '-', '\u200b', '_', ' . ', '\u00ad', '\u2060', '/']
const singles = forbiddenWords(['en', 'cy']).filter(({ word }) => foldable(word))

function foldable(word: string): boolean {
  return word.length >= 3 && /^[a-z]+$/u.test(word)
}

describe('a word that is hidden', () => {
  it('is found with look-alikes, figures, accents, capitals, and any one thing between its letters', () => {
    const word = fc.constantFrom(...singles)
    const choices = fc.array(fc.nat(7), { minLength: 40, maxLength: 40 })
    fc.assert(
      fc.property(
        word,
        choices,
        fc.constantFrom(...joiners),
        fc.boolean(),
        ({ word: given }, picks, joiner, shout) => {
          const letters = Array.from(given, (letter, index) => {
            const options = [letter, letter.toUpperCase(), ...(lookAlike[letter] ?? [])]
            const one = options[(picks[index] ?? 0) % options.length] ?? letter
            return shout ? one.toUpperCase() : one
          })
          // Figures alone are a number.
          if (letters.every((letter) => /\p{Nd}/u.test(letter))) letters[0] = given.charAt(0)
          const text = `Hello, ${letters.join(joiner)} then`
          expect(forbiddenIn(text, { ...against, own: [] })).not.toEqual([])
        },
      ),
      { numRuns: 1000 },
    )
  })

  it('is found drawn out', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...singles),
        fc.nat(),
        fc.integer({ min: 3, max: 6 }),
        ({ word }, at, times) => {
          const index = at % word.length
          const drawn = word.slice(0, index) + word.charAt(index).repeat(times) + word.slice(index + 1)
          expect(forbiddenIn(`So ${drawn} it is`, { ...against, own: [] })).not.toEqual([])
        },
      ),
    )
  })

  it('never throws, whatever is typed, and gives words of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        for (const { word } of forbiddenIn(text, against)) expect(text).toContain(word)
      }),
    )
  })
})
