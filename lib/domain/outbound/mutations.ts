/** What the first letters of a Welsh word become after others: softened, nasal, breathed. */
const changes: readonly (readonly [string, readonly string[]])[] = [
  ['ll', ['l']],
  ['rh', ['r']],
  ['p', ['b', 'mh', 'ph']],
  ['t', ['d', 'nh', 'th']],
  ['c', ['g', 'ngh', 'ch']],
  ['b', ['f', 'm']],
  ['d', ['dd', 'n']],
  ['g', ['', 'ng']],
  ['m', ['f']],
]

/** Shorter words become others too easily. */
const shortest = 6

/** A Welsh word and the forms it takes in a sentence by the word before it. */
export function mutationsOf(word: string): readonly string[] {
  if (word.length < shortest) return [word]
  if (/^[aeiouwy]/u.test(word)) return [word, `h${word}`]
  const found = changes.find(([from]) => word.startsWith(from))
  // `dd`, `th`, `ch` and `ph` are letters of their own, which stay.
  if (found === undefined || /^(dd|th|ch|ph)/u.test(word)) return [word]
  const [from, into] = found
  return [word, ...into.map((one) => `${one}${word.slice(from.length)}`)]
}
