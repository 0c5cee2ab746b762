import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dangerPhrases, dangerSigns } from './danger-signs'
import { dangerSignsIn, saysDanger } from './says-danger'

const phrases = dangerSigns.flatMap((sign) =>
  dangerPhrases[sign].map((phrase) => ({ sign, phrase: phrase.replaceAll('*', '') })),
)

describe('what a message says of danger', () => {
  it.each([
    ['He is outside my house with a knife', ['weapon', 'near']],
    ['He’s here. Please help!', ['near', 'help']],
    ['I can’t go on, I want to die', ['self-harm']],
    ['they said they would KILL me', ['killing']],
    ['Mae o wrth y drws â chyllell', ['weapon', 'near']],
    ['Dwi mewn perygl', ['help']],
    ['Dw i’n meddwl am hunanladdiad', ['self-harm']],
    ['dwi eisiau lladd fy hun', ['killing', 'self-harm']],
    ['she won’t let me leave', ['trapped']],
    ['he\nis\n\nfollowing   me', ['near']],
  ])('%s', (text, signs) => {
    expect(dangerSignsIn(text)).toEqual(signs)
  })

  it.each([
    'he is outside',
    'hes outside',
    'they are outside',
    'outside rn',
    'There is a man outside',
    'They are at the front door',
    'he is at my front door',
    'at my back door',
    'he has locked the door',
    'I am hiding in the bathroom',
    'he slapped me',
    'he pushed me down the stairs',
    'grabbed me by the throat',
    'he put his hands on me',
    'he has a bat',
    'I wish I was dead',
    'I want to disappear',
    'Help!',
    'help',
    'I need help',
    'sos',
    'I am afraid of him',
    'scared to go home',
    'Mae rhywun tu fas',
    'dwi ofn',
  ])('danger: %s', (text) => {
    const { alerts, by } = saysDanger(text, null)
    expect(alerts).toContain('show-999')
    expect(by).toBe('words')
  })

  it.each([
    'Thank you for ringing me yesterday.',
    'Could we meet on Tuesday afternoon instead?',
    'I remembered the name of the street: Skills Lane.',
    'Diolch am eich neges. Dydd Mawrth yn iawn.',
    'I would like to know what happens next.',
    '',
  ])('nothing: %s', (text) => {
    expect(saysDanger(text, null)).toEqual({ alerts: [], by: null })
  })

  it('knows every phrase of its own, however it is typed', () => {
    const typed = fc.record({
      one: fc.constantFrom(...phrases),
      isLoud: fc.boolean(),
      gap: fc.constantFrom(' ', '  ', '\n', ', ', ' - ', '...'),
      accent: fc.constantFrom('', '\u0301', '\u200b'),
    })
    fc.assert(
      fc.property(typed, ({ one, isLoud, gap, accent }) => {
        const text = one.phrase.replaceAll(' ', gap).replace(/([aeiou])/u, `$1${accent}`)
        expect(dangerSignsIn(isLoud ? text.toUpperCase() : text)).toContain(one.sign)
      }),
      { numRuns: 1000 },
    )
  })

  it('is not talked out of it by anything before or after', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...phrases), fc.string(), (before, { phrase }, after) => {
        const text = `${before}. ${phrase}. ${after}`
        expect(dangerSignsIn(text)).toEqual(expect.arrayContaining([...dangerSignsIn(phrase)]))
        for (const answer of ['yes', 'no', null] as const)
          expect(saysDanger(text, answer).alerts).toContain('show-999')
      }),
    )
  })

  it('looks at where a very long text begins and where it ends, and takes a yes as it is', () => {
    const much = 'la '.repeat(300_000)
    expect(saysDanger(`He has a knife. ${much}`, null).by).toBe('words')
    expect(saysDanger(`${much} he has a knife`, null).by).toBe('words')
    expect(saysDanger(much, null).by).toBeNull()
    expect(saysDanger(much, 'yes').by).toBe('answer')
    // What stands between them costs nothing, so that nobody can make others wait: of signs that grow as they are made plain, too.
    expect(saysDanger(`${much} he has a knife ${much}`, null).by).toBeNull()
    const grow = '\ufdfa'.repeat(9_000)
    expect(saysDanger(`${grow} he has a knife ${grow}`, null).by).toBeNull()
  })

  it('runs a clock by an answer, by words, and not where somebody says that nobody is in danger', () => {
    expect(saysDanger('Hello', 'yes')).toEqual({ alerts: ['show-999'], by: 'answer' })
    expect(saysDanger('He had a knife', null)).toEqual({ alerts: ['show-999'], by: 'words' })
    expect(saysDanger('He had a knife', 'no')).toEqual({ alerts: ['show-999'], by: null })
    expect(saysDanger('I want to die', 'no').alerts).toEqual(['show-999', 'show-crisis'])
  })
})
