import { assertNever } from './assert-never'
import { parsePostcode } from './postcode'
import { surnameKey } from './surname'
import { parseTelephone } from './telephone'

/** What a case can be found by besides its reference. Nothing that says what somebody is, and nobody but the reporter, is among it. */
export const indexKinds = ['telephone', 'email', 'postcode', 'surname'] as const
export type IndexKind = (typeof indexKinds)[number]

/** The longest an e-mail address can be. */
const longestEmail = 320
const email = /^[^\s@]+@[^\s@]+$/u

/**
 * The normal form of what somebody typed, so that all ways to type the same are one. Null when it is none of that kind: of
 * postcodes only whole ones count.
 */
export function indexTerm(kind: IndexKind, text: string): string | null {
  switch (kind) {
    case 'telephone':
      return parseTelephone(text)
    case 'email':
      return emailKey(text)
    case 'postcode':
      return parsePostcode(text)?.unit ?? null
    case 'surname':
      return surnameKey(text)
    default:
      return assertNever(kind)
  }
}

/** Which kind a text is by its looks; a name has no digits. Null when it is none. */
export function detectKind(text: string): IndexKind | null {
  const hasDigits = /\p{Nd}/u.test(text)
  const likely: readonly IndexKind[] = /[@\uff20\ufe6b]/u.test(text)
    ? ['email']
    : hasDigits
      ? ['telephone', 'postcode']
      : ['surname']
  return likely.find((kind) => indexTerm(kind, text) !== null) ?? null
}

function emailKey(text: string): string | null {
  if (text.length > longestEmail) return null
  const key = text.normalize('NFKC').toLowerCase().normalize('NFKC').trim()
  return email.test(key) ? key : null
}
