import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countHateful, partsOf } from './hate-words'

const found = (text: string) =>
  partsOf(text)
    .filter((part) => part.isHateful)
    .map((part) => part.text)

describe('words of hatred in a text', () => {
  it.each([
    ['He called me a faggot, twice.', ['faggot']],
    ['FAGGOTS! he said', ['FAGGOTS']],
    ['f4gg0t', ['f4gg0t']],
    ['fággot', ['fággot']],
    ['fаggot', ['fаggot']],
    ['faaaaggot', ['faaaaggot']],
    ['“tranny”', ['tranny']],
    ['Pakis and yids', ['Pakis', 'yids']],
    ['sp@stic', ['sp@stic']],
    ['lesbos and lesboes', ['lesbos', 'lesboes']],
    ['He shouted fag at me', ['fag']],
    [
      'He shouted fag at me and then he ran away down the road. Mae hi yn drist, ond mae pawb yn iawn',
      ['fag'],
    ],
    ['Mae o wedi fy ngalw yn faggot, ac mae ei ffrindiau yn chwerthin', ['faggot']],
    ['yn fag', ['fag']],
  ])('are found in %s', (text, words) => {
    expect(found(text)).toEqual(words)
  })

  it.each([
    'I am queer and a lesbian',
    'They came from Pakistan',
    'The raccoon ran away',
    'a mongoose, a monger and Mr Mongan',
    'He retarded the engine’s ignition timing by two degrees: retardation',
    'It happened at Scunthorpe',
    'Fagan lives there',
    'They threw eggs',
    'They mocked the smell of my spices',
    'Mae hi yn dweud mai’r tad a fag y plant, ac mae ei mam yn byw gyda nhw',
    'Mae hi wedi magu tri o blant, a’u fagu nhw yn dda',
    '',
  ])('are not in %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('lose no character of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          partsOf(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.constantFrom('paki', ' ', 'a', '@', '🇬', 'é', '\n', 's')), (pieces) => {
        const text = pieces.join('')
        expect(
          partsOf(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })

  it('are found in a very long text in a time that grows with its length alone', () => {
    const short = 'a'.repeat(20_000) + ' poof '
    const time = (text: string) => {
      const start = performance.now()
      countHateful(text)
      return performance.now() - start
    }
    time(short)
    expect(countHateful(short.repeat(20))).toBe(20)
    expect(time(short.repeat(20))).toBeLessThan(Math.max(time(short), 1) * 200)
  })
})
