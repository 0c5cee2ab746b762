import 'server-only'
import { referralSchema } from '@/lib/journeys/referral/document'
import type { ReferralDocument } from '@/lib/journeys/referral/document'

/** A referral, or the fields that make it none: by name, as JSON has them, and never with what stood in them. */
type ReadDocument =
  | { readonly ok: true; readonly document: ReferralDocument }
  | { readonly ok: false; readonly where: readonly string[] }

const mostNamed = 20

/** Reads a referral out of bytes. */
export function readDocument(bytes: Uint8Array): ReadDocument {
  const json = parsed(bytes)
  if (json === undefined) return { ok: false, where: [] }
  const { success, data, error } = referralSchema.safeParse(json)
  if (success) return { ok: true, document: data }
  const where = error.issues.flatMap(({ path, ...issue }) =>
    'keys' in issue && Array.isArray(issue.keys) ? ['another field'] : [knownPath(path)],
  )
  return { ok: false, where: [...new Set(where)].slice(0, mostNamed) }
}

/** The names of ours in it: another is the sender's, and may be anything. */
function knownPath(path: readonly PropertyKey[]): string {
  const [first, second] = path.map(String)
  if (first === undefined) return 'the whole document'
  const isOurs = first === 'answers' && second !== undefined && second in referralSchema.shape.answers.shape
  return isOurs ? `answers.${second}` : first
}

/** Null characters, which PostgreSQL keeps nowhere, are none of anybody's words. */
function parsed(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return JSON.parse(text, (_key, value: unknown) =>
      typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value,
    ) as unknown
  } catch {
    return undefined
  }
}
