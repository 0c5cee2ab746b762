import { finder } from './find-words'
import { foldWord } from './fold'
import { forbiddenWords } from './forbidden-words'

/** Words in an address run together; one that is as long as this is no part of another by chance. */
const longEnough = 6

/**
 * Whether a sender's address says nothing of police, of what a letter is about or of whom it is to, in these languages. `names`: what the force is
 * called.
 */
export function isNeutralAddress(
  address: string,
  { languages, names }: { readonly languages: readonly string[]; readonly names: readonly string[] },
): boolean {
  const find = finder(address.replaceAll(/[^\p{L}\p{N}]+/gu, ' '))
  const words = forbiddenWords(languages).map(({ word, within }) => ({
    word,
    within: within || foldWord(word).length >= longEnough,
  }))
  return [...words, ...names.map((word) => ({ word, within: true }))].every((one) => find(one) === null)
}
