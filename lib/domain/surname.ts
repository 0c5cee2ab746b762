/** Longer than any name the forms take. */
const longest = 200
const hyphen = /\s*[-\u2010-\u2015\u2212]\s*/gu
/** Words beside a name that are none of it: what stands in brackets, and what follows a comma. */
const aside = /\([^)]*\)|[,;\u060c\u3001\uff0c].*$/gsu
const suffixes: ReadonlySet<string> = new Set(['jr', 'jnr', 'junior', 'sr', 'snr', 'senior', 'ii', 'iii'])
/** Written apart or in one with what follows: Mac Donald, O Brien, St John. */
const joined: ReadonlySet<string> = new Set(['mac', 'mc', 'o', 'fitz', 'st'])
/** Written with a hyphen or apart before a name, or left out. */
const articles: ReadonlySet<string> = new Set(['al', 'el', 'ap', 'ab'])
/** Letters that have no mark to take off and are typed without it all the same. */
const plainer: Readonly<Record<string, string>> = {
  ...{ ı: 'i', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ς: 'σ' },
}
const plainable = /[ıøłđðþßæœς]/gu
/** Marks that go with letters of any script and are often left out; those a script's own words need stay. */
const marks =
  /[\u0300-\u036f]|[\u0591-\u05c7]|[\u0610-\u061a]|[\u064b-\u065f]|\u0670|[\u1dc0-\u1dff]|[\u20d0-\u20ff]|[\ufe20-\ufe2f]/gu
const tatweel = '\u0640'
/** Scripts whose names are written without spaces, the family's first. */
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\s]+$/u

/**
 * The key by which a surname is found: the last part of a name, in small letters without marks, letters of any script kept. A
 * double-barrelled name is one part; particles (van, de la, al-) are left out; a name in one part, or in a script without
 * spaces, is its own key. Null when there is no letter in it.
 */
export function surnameKey(name: string): string | null {
  if (name.length > longest) return null
  const words = plain(name.normalize('NFKC').replaceAll(aside, ' '))
    .replaceAll(hyphen, '-')
    .split(/\s+/u)
    .map(partsOf)
    .filter((parts) => parts.length > 0)
  if (words.length > 1 && suffixes.has(words.at(-1)?.join('') ?? '')) words.pop()
  const last = words.at(-1)
  if (last === undefined) return null
  const every = words.flat().join('')
  const before = words.at(-2)?.join('') ?? ''
  const key = unspaced.test(every)
    ? every
    : (joined.has(before) ? before : '') + withoutArticle(last).join('')
  // What was between marks is gone: their order may be another now.
  return key.normalize('NFKD')
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(marks, '')
    .replaceAll(tatweel, '')
    .replaceAll(plainable, (letter) => plainer[letter] ?? letter)
}

/** The letters of a word, by its hyphens. */
function partsOf(word: string): readonly string[] {
  return word
    .split('-')
    .map((part) => part.replaceAll(/[^\p{L}\p{M}]/gu, ''))
    .filter((part) => /\p{L}/u.test(part))
}

function withoutArticle(parts: readonly string[]): readonly string[] {
  const [first = '', ...rest] = parts
  return rest.length > 0 && articles.has(first) ? rest : parts
}
