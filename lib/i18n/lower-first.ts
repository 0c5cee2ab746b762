/** A sentence's words as they go on in the middle of another: names in them stay as they are. */
export function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
