/** What is wrong with an address, each with its own status. */
type TargetProblem = 'malformed' | 'too-long' | 'not-found'

export type Judged =
  | { readonly kind: 'good' }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'refused'; readonly why: TargetProblem }

/** Room for what a provider of identities sends back; nothing of ours is a quarter of it. Characters. */
export const longestTarget = 8192

const good: Judged = { kind: 'good' }
const refused = (why: TargetProblem): Judged => ({ kind: 'refused', why })

/**
 * Judges the target of a request line before anything else reads it. Each page has one address: another spelling of it is
 * either moved to it or not found, so that no two programs behind each other can read one address in two ways.
 */
export function judgeTarget(target: string): Judged {
  if (target.length > longestTarget) return refused('too-long')
  if (!/^\/[\x21-\x7e]*$/u.test(target) || /[\\#]/u.test(target)) return refused('malformed')
  const [path, query] = split(target)
  const decoded = decodedPath(path)
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (decoded === null || /[\0-\x1f\x7f\\]/u.test(decoded)) return refused('malformed')
  if (!isOneSpelling(path) || isFrameworks(path, query ?? '')) return refused('not-found')
  const place = shortOf(path)
  if (place === path) return good
  return { kind: 'moved', to: query === undefined ? place : `${place}?${query}` }
}

function split(target: string): [path: string, query?: string] {
  const at = target.indexOf('?')
  return at === -1 ? [target] : [target.slice(0, at), target.slice(at + 1)]
}

function decodedPath(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/** No empty or dotted part, and nothing escaped that need not be. Built files have names of their own. */
function isOneSpelling(path: string): boolean {
  if (/\/\/|\/\.{1,2}(?=\/|$)/u.test(path)) return false
  if (path.startsWith('/_next/static/')) return !/%(?:2e|2f)/iu.test(path)
  return !/%(?:2[def]|3\d|[46][1-9a-f]|[57][\da]|5f|7e)/iu.test(path)
}

/** Addresses and parameters that are the framework's own business, but for built files. */
function isFrameworks(path: string, query: string): boolean {
  if (path.startsWith('/_next') && !path.startsWith('/_next/static/')) return true
  return path.endsWith('.rsc') || path.includes('.segments/') || /(?:^|&)(?:nxt[PI]|__next)/iu.test(query)
}

/** English pages are named without their language, and no page ends in a slash. */
function shortOf(path: string): string {
  const short = path === '/en' || path.startsWith('/en/') ? path.slice('/en'.length) : path
  const plain = short.endsWith('/') ? short.slice(0, -1) : short
  return plain === '' ? '/' : plain
}
