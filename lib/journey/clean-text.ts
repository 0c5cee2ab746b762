// Everything below a space except tab and line feed, delete, and the second set of control characters.
// eslint-disable-next-line no-control-regex -- naming control characters is the point
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g
// With the `u` flag this matches halves of a pair that stand alone, never whole characters.
const loneSurrogates = /\p{Surrogate}/gu

/**
 * Text as it may be kept: line ends are LF, control characters are out, broken halves of characters are replaced,
 * and the rest is in one normal form (NFC). Every script is left as it is. Cleaning twice changes nothing.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(controls, '')
    .replace(loneSurrogates, '\uFFFD')
    .normalize('NFC')
    .trim()
}

/** The same for a field of one line: line ends and tabs become spaces. */
export function cleanLine(text: string): string {
  return cleanText(text.replace(/[\r\n\t\u2028\u2029]+/g, ' '))
}
