import 'server-only'
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { env } from '@/lib/config/env'
import { keyedHash } from './keyed-hash'

/** How many people's marks one browser keeps: a desk is shared. */
const most = 16
const markBytes = 16
/** 400 days, the longest a browser keeps a cookie; every sign-in begins them anew. */
const maxAge = 400 * 86_400

/**
 * Name and attributes of the cookie by which a browser is known: a list of opaque marks, one for each account that signed
 * in there. It signs nobody in; whoever has it is only not slowed by what strangers do to the same account.
 */
export function knownBrowserCookie() {
  const secure = env().secureCookies
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge } as const
  return { name: secure ? '__Host-known' : 'known', options }
}

/** The mark of this account in the cookie, or null when it never signed in at this browser. */
export function markOf(email: string, cookie: string | undefined): string | null {
  return marksIn(cookie).find((mark) => isMarkOf(email, mark)) ?? null
}

/** The cookie with a mark of this account in it: the one it had, or a new one. The oldest goes when there are too many. */
export function withMark(email: string, cookie: string | undefined): string {
  const marks = marksIn(cookie)
  const own = markOf(email, cookie) ?? newMark(email)
  return [own, ...marks.filter((mark) => mark !== own)].slice(0, most).join('.')
}

function newMark(email: string): string {
  const random = randomBytes(markBytes)
  return Buffer.concat([random, signature(email, random)]).toString('base64url')
}

function isMarkOf(email: string, mark: string): boolean {
  const bytes = Buffer.from(mark, 'base64url')
  const random = bytes.subarray(0, markBytes)
  return timingSafeEqual(bytes.subarray(markBytes), signature(email, random))
}

function signature(email: string, random: Buffer): Uint8Array {
  return keyedHash('known-browser', email, random.toString('base64url')).subarray(0, markBytes)
}

/** What has the shape of a mark; anything else in the cookie is nobody's. */
function marksIn(cookie: string | undefined): readonly string[] {
  return (cookie ?? '').split('.', most).filter((mark) => /^[\w-]{43}$/u.test(mark))
}
