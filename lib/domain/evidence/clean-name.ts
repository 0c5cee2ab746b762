const longest = 80

/**
 * The name of a file as it may be shown: its last part, without what moves letters about or cannot be seen, and no longer than a line. Null
 * where nothing is left of it.
 */
export function cleanName(given: string): string | null {
  const last = given.slice(-1000).normalize('NFC').split(/[/\\]/u).at(-1) ?? ''
  const seen = last
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[<>:"|?*&;`$]/gu, '_')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '')
  return seen === '' ? null : shortened(seen)
}

/** The ending stays: it tells people what it is. */
function shortened(name: string): string {
  const letters = Array.from(name)
  if (letters.length <= longest) return name
  const ending = /\.[\p{L}\p{N}]{1,5}$/u.exec(name)?.[0] ?? ''
  return `${letters.slice(0, longest - 1 - Array.from(ending).length).join('')}…${ending}`
}
