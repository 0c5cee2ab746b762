const here = 'http://here.invalid'
const longest = 500
/** Nobody is sent back to what ends a session or asks for one. */
const never = /^\/staff\/(?:sign-in|sign-out|confirm|session|invitation)(?:\/|$)/u

/**
 * The path and query of a page of the desk to go back to, or null for anything else: another site's address in any of its
 * disguises, an address that is not the desk's, or one that leads round in a circle. What asks for it may be forged.
 */
export function ownPath(text: string | null | undefined): string | null {
  if (text === null || text === undefined || text.length > longest) return null
  if (!/^\/staff(?:[/?]|$)/u.test(text) || /[\\\p{Cc}]/u.test(text)) return null
  if (!URL.canParse(text, here)) return null
  const url = new URL(text, here)
  // Parsed again, `/staff/..//elsewhere` is no longer ours.
  if (url.origin !== here || !/^\/staff(?:\/|$)/u.test(url.pathname) || never.test(url.pathname)) return null
  return `${url.pathname}${url.search}`
}
