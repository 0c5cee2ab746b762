/** One character of a text as it is compared, and where in the text it stands. */
export interface Folded {
  readonly char: string
  readonly at: number
  /** No letter: what stands for one in words that are written with figures and signs. */
  readonly sign?: 'figure' | 'mark'
}

/** Letters of other alphabets, and small capitals, that look like ours. */
const lookAlikes: ReadonlyMap<string, string> = new Map(
  [
    ['a', 'аɑαᴀ'],
    ['b', 'вβʙьƅ'],
    ['c', 'сϲᴄς'],
    ['d', 'ԁᴅđɗ'],
    ['e', 'еєεᴇэə'],
    ['f', 'ꜰƒғ'],
    ['g', 'ɡɢց'],
    ['h', 'һнʜħ'],
    ['i', 'іɪιıӏľł|'],
    ['j', 'јᴊϳ'],
    ['k', 'кκᴋ'],
    ['l', 'ʟⅼ'],
    ['m', 'мᴍ'],
    ['n', 'ηɴпո'],
    ['o', 'оοᴏσøօ'],
    ['p', 'рρᴘ'],
    ['q', 'ԛզ'],
    ['r', 'гʀᴦ'],
    ['s', 'ѕꜱ'],
    ['t', 'тτᴛŧ'],
    ['u', 'υᴜսц'],
    ['v', 'νᴠѵ'],
    ['w', 'ωᴡԝшщ'],
    ['x', 'хχ'],
    ['y', 'уγʏү'],
    ['z', 'ᴢ'],
    // Coptic, Lisu and Cherokee.
    ...[
      ['a', 'ⲁꓮᎪ'],
      ['b', 'ⲃꓐᏴ'],
      ['c', 'ⲥꓚᏟ'],
      ['d', 'ꓓᎠ'],
      ['e', 'ⲉꓰᎬ'],
      ['f', 'ꓝ'],
      ['g', 'ꓖᏀ'],
      ['h', 'ⲏꓧᎻ'],
      ['i', 'ⲓꓲ'],
      ['j', 'ꓙᎫ'],
      ['k', 'ⲕꓗᏦ'],
      ['l', 'ꓡᏞ'],
      ['m', 'ⲙꓟᎷ'],
      ['n', 'ⲛꓠ'],
      ['o', 'ⲟꓳᎾ'],
      ['p', 'ⲣꓑᏢ'],
      ['i', 'Ꮖ'],
      ['r', 'ⲅꓣᎡ'],
      ['s', 'ꓢᏚ'],
      ['t', 'ⲧꓔᎢ'],
      ['u', 'ꓴ'],
      ['v', 'ꓦᏙ'],
      ['w', 'ꓪᎳ'],
      ['x', 'ⲭꓫ'],
      ['y', 'ⲩꓬᎩ'],
      ['z', 'ꓜᏃ'],
    ].map(([latin = '', others = '']) => [latin, others.toLowerCase()]),
  ].flatMap(([latin = '', others = '']) => Array.from(others, (other) => [other, latin] as const)),
)

/** Figures and signs that are put in the place of letters. */
const signs: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'i', '2': 'z', '3': 'e', '4': 'a', '5': 's', '6': 'g', '7': 't', '8': 'b', '9': 'g' },
  ...{
    '@': 'a',
    $: 's',
    '€': 'e',
    '¥': 'y',
    '£': 'i',
    '+': 't',
    '!': 'i',
    '¡': 'i',
    '|': 'i',
    '(': 'c',
    '*': '*',
  },
}

/** Alphabets of emoji: the first sign of each and how many letters they have from A on. */
const emojiAlphabets = [0x1f1e6, 0x1f130, 0x1f150, 0x1f170] as const

/**
 * A text letter by letter as it is compared: without accents, zero-width characters and capitals, and with letters that look like ours as ours. What
 * separates words is left in as a blank.
 */
export function fold(text: string): readonly Folded[] {
  const folded: Folded[] = []
  let at = 0
  for (const one of text) {
    for (const char of one.normalize('NFKD').toLowerCase()) folded.push(...foldOne(char, at))
    at += one.length
  }
  return folded
}

/** A word of a list in the same way. */
export function foldWord(word: string): string {
  return fold(word)
    .filter(({ char, sign }) => char !== ' ' && sign === undefined)
    .map(({ char }) => char)
    .join('')
}

function foldOne(char: string, at: number): readonly Folded[] {
  // Accents, and what is not seen at all.
  if (/[\p{M}\p{Cf}\u115f\u1160\u3164\uffa0]/u.test(char)) return []
  const sign = signs[char]
  if (sign !== undefined) return [{ char: sign, at, sign: /\d/u.test(char) ? 'figure' : 'mark' }]
  const latin = lookAlikes.get(char) ?? emojiLetter(char) ?? char
  if (latin === 'æ' || latin === 'œ' || latin === 'ß')
    return spelled[latin].map((letter) => ({ char: letter, at }))
  return [{ char: /\p{L}/u.test(latin) ? latin : ' ', at }]
}

const spelled = { æ: ['a', 'e'], œ: ['o', 'e'], ß: ['s', 's'] } as const

function emojiLetter(char: string): string | undefined {
  const code = char.codePointAt(0) ?? 0
  const first = emojiAlphabets.find((one) => code >= one && code < one + 26)
  return first === undefined ? undefined : String.fromCharCode(97 + code - first)
}
