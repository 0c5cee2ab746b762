import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blackedOut, blackOut, holdsAny, readWords } from './black-out'

const x = blackedOut

describe('what is blacked out', () => {
  it.each([
    ['as it is written', 'I met Dana Cole there', ['Dana Cole'], `I met ${x} there`],
    ['without case', 'DANA said', ['dana'], `${x} said`],
    ['inside a longer word', 'at Colehouse', ['cole'], `at ${x}house`],
    ['with and without accents', 'Siân and Sian', ['sian'], `${x} and ${x}`],
    ['written in pieces', 'Sia\u0302n', ['Siân'], x],
    ['over a line and many spaces', 'Dana \n  Cole', ['Dana Cole'], x],
    ['with characters nobody sees in it', 'Da\u200bna', ['Dana'], x],
    ['in wide letters', 'Ｄａｎａ', ['Dana'], x],
    ['with the letters of a ligature', 'Steﬀan', ['Steffan'], x],
    ['the sharp s', 'Strauß, STRAUSS', ['strauss'], `${x}, ${x}`],
    ['a final sigma', 'ΝΙΚΟΣ νικος', ['νίκος'], `${x} ${x}`],
    ['a dotted capital', 'İpek', ['ipek'], x],
    ['in another script', 'زارا هنا', ['زارا'], `${x} هنا`],
    [
      'a number however it is grouped',
      'ring 07700 900-123 or 07700900123',
      ['07700 900123'],
      `ring ${x} or ${x}`,
    ],
    ['a number with a plus', '(+44) 7700 900123', ['+44 7700 900123'], `(+${x}`],
    ['words that meet as one', 'DanaCole', ['Dana', 'Cole'], x],
    ['words that lie over each other', 'abcd', ['abc', 'bcd'], x],
    ['nothing where there is nothing', 'I met nobody', ['Dana'], 'I met nobody'],
    ['nothing for no words', 'I met Dana', [], 'I met Dana'],
  ])('%s', (_, text, words, expected) => {
    expect(blackOut(text, words)).toBe(expected)
  })

  it('leaves a short number in the midst of others alone', () => {
    expect(blackOut('in 20 24', ['2024'])).toBe(`in ${x}`)
    expect(blackOut('1 2 3', ['123'])).toBe('1 2 3')
  })
})

const letters = fc.constantFrom(
  ...Array.from('aAbBéÉeſsßSİiıIσςΣ ﬀf\u0301\u200b\n\u00a0١1٢2-() █אب가각🏳️‍🌈'),
  '\ud800',
)
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: letters }),
  fc.string({ unit: 'binary' }),
)
const anyWord = anyText.filter((word) => {
  try {
    return readWords(word).length === 1
  } catch {
    return false
  }
})

describe('for any text and words', () => {
  it('none of the words is left, and it is the same when done again', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyWord, { maxLength: 5 }), (text, words) => {
        const out = blackOut(text, words)
        expect(holdsAny(out, words)).toBe(false)
        expect(blackOut(out, words)).toBe(out)
      }),
      { numRuns: 2_000 },
    )
  })

  it('a word that is in it is found, in either case', () => {
    fc.assert(
      fc.property(anyText, anyWord, anyText, (before, word, after) => {
        for (const written of [word, word.toUpperCase(), word.normalize('NFD')])
          expect(blackOut(`${before} ${written} ${after}`, [word])).not.toContain(written.trim())
      }),
      { numRuns: 1_000 },
    )
  })

  it('what is left is of the text, in its order', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('abcdé ')) }),
        fc.array(anyWord),
        (text, words) => {
          let from = 0
          for (const part of blackOut(text, words).split(blackedOut)) {
            const at = text.indexOf(part, from)
            expect(at).toBeGreaterThanOrEqual(0)
            from = at + part.length
          }
        },
      ),
    )
  })
})

describe('the words of a form', () => {
  it('are one to a line, each once, without what is around them', () => {
    expect(readWords(' Dana \r\n\nCole\nDana\n')).toEqual(['Dana', 'Cole'])
    expect(readWords('')).toEqual([])
  })

  it.each(['a', '.', '——', '█', 'a█', '🏳️‍🌈', '\u0301\u0301', 'x'.repeat(201), '1\n2'])(
    'are not %j, which would be everywhere or nowhere',
    (text) => {
      expect(() => readWords(text)).toThrow('invalid')
    },
  )

  it('are no more than 200', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `word ${String(at)}`).join('\n')
    expect(readWords(many(200))).toHaveLength(200)
    expect(() => readWords(many(201))).toThrow('invalid')
  })
})
