/** How many words may stand where a phrase has a gap. */
const GAP = 3

/** Looks for phrases of many subjects in the words of a text, at the cost of a few look-ups for each word however many phrases there are. */
export type PhraseFinder<S> = (words: readonly string[]) => ReadonlySet<S>

/** What has to stand at one place of a phrase. */
interface Part {
  /** Any of these words; one that ends in `*` is a beginning. */
  readonly words: readonly string[]
  /** None of these words may come next; takes no word itself. */
  readonly isRefusal: boolean
  /** Up to this many words may stand before it. */
  readonly gap: number
}

interface Phrase<S> {
  readonly subject: S
  /** What comes after the word that it is found by. */
  readonly rest: readonly Part[]
}

/**
 * A finder of phrases. A phrase is words with spaces between them: `a|b` is either, `*` the rest of a word, `~` alone up to three words of any
 * kind, and `!a|b` that neither comes next. It begins with a word.
 */
export function phraseFinder<S>(phrases: Iterable<readonly [S, string]>): PhraseFinder<S> {
  const whole = new Map<string, Phrase<S>[]>()
  const beginnings = new Map<string, Phrase<S>[]>()
  for (const [subject, text] of phrases) {
    const [first, ...rest] = partsOf(text)
    for (const word of first?.words ?? []) {
      const [index, key] = word.endsWith('*') ? [beginnings, word.slice(0, -1)] : [whole, word]
      index.set(key, [...(index.get(key) ?? []), { subject, rest }])
    }
  }
  const lengths = [...new Set([...beginnings.keys()].map((key) => key.length))]
  return (words) => {
    const found = new Set<S>()
    words.forEach((word, at) => {
      const begun = lengths.filter((length) => length <= word.length)
      const close = [whole.get(word), ...begun.map((length) => beginnings.get(word.slice(0, length)))]
      for (const { subject, rest } of close.flatMap((some) => some ?? []))
        if (!found.has(subject) && goesOn(words, at + 1, rest)) found.add(subject)
    })
    return found
  }
}

function partsOf(text: string): readonly Part[] {
  const parts: Part[] = []
  let gap = 0
  for (const part of text.split(' ')) {
    if (part === '~') gap = GAP
    else {
      const isRefusal = part.startsWith('!')
      parts.push({ words: part.slice(isRefusal ? 1 : 0).split('|'), isRefusal, gap })
      gap = 0
    }
  }
  return parts
}

function goesOn(words: readonly string[], at: number, parts: readonly Part[]): boolean {
  const [part, ...rest] = parts
  if (part === undefined) return true
  if (part.isRefusal) return !fits(part, words[at]) && goesOn(words, at, rest)
  for (let next = at; next <= at + part.gap; next += 1)
    if (fits(part, words[next]) && goesOn(words, next + 1, rest)) return true
  return false
}

function fits({ words }: Part, word: string | undefined): boolean {
  if (word === undefined) return false
  return words.some((one) => (one.endsWith('*') ? word.startsWith(one.slice(0, -1)) : word === one))
}
