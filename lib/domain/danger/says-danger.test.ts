import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dangerPhrases, dangerSigns } from './danger-signs'
import { dangerSignsIn, saysDanger } from './says-danger'

/** A phrase as somebody could type it: the first word of each choice, and nothing in its gaps. */
const typedOf = (phrase: string) =>
  phrase
    .split(' ')
    .filter((part) => part !== '~' && !part.startsWith('!'))
    .map((part) => part.split('|')[0]?.replace('*', '') ?? '')
    .join(' ')
const phrases = dangerSigns.flatMap((sign) =>
  dangerPhrases[sign].map((phrase) => ({ sign, phrase: typedOf(phrase) })),
)

describe('what a message says of danger', () => {
  it.each([
    ['He is outside my house with a knife', ['weapon', 'near', 'worry']],
    ['He’s here. Please help!', ['near', 'help', 'worry']],
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
    'I don’t feel safe here tonight',
    'I do not feel safe',
    'he won’t leave',
    'I think he has got in',
    'they are in the house',
    'someone is in the house with us',
    'she said that he is coming',
    'he has found out where I live',
    'he pinned me down',
    'he hit my son',
    'they beat us with sticks',
    'he has got my kids and he is driving off',
    'they are throwing stones at my windows',
    'a firework came through the letterbox',
    'he set his dog on me',
    'I took all my tablets an hour ago',
    'I just can’t cope any more',
    'im gonna end it',
    'my daughter is missing',
    'Mae e’n fy mwrw i',
    'ces i fy nharo',
    'wedi fy nghuro',
    'mae rhywun yn y tŷ',
    'dwi ddim yn saff',
    'maen nhw’n dod',
    'dwi wedi cymryd tabledi',
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
    'My friend is coming to the meeting too, and he is coming with me',
    '',
  ])('nothing: %s', (text) => {
    expect(saysDanger(text, null)).toEqual({ alerts: [], by: null })
  })

  it.each([
    'Sorry, I am afraid I missed your call',
    'Could you help me understand the letter?',
    'You said you would help with the form',
    'We met outside the library',
    'I was having a glass of water when it began',
    'They left it beside the bottle bank',
    'I have moved to 112 High Street',
    'It is not an emergency, take your time',
    'It is not urgent, next week is fine',
    'It is not safe to ring me in the mornings',
    'Is there any news about the attack in May?',
    'The injury is better now, thank you',
    'I cannot talk right now, but tomorrow is fine',
    'Please come to the front door, the bell is broken',
    'I rang 999 and they gave me this number',
    'Mae gen i ofn i mi golli eich galwad ddoe',
    'Dydy hyn ddim yn fater brys o gwbl',
  ])('help is shown, and nobody is woken: %s', (text) => {
    expect(saysDanger(text, null)).toEqual({ alerts: ['show-999'], by: null })
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
