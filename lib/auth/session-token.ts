import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { decode, encode } from 'next-auth/jwt'
import { env } from '@/lib/config/env'
import { sessionLife } from './session-life'

/** A token outlives its session by some hours: the row says when that ends, and what is posted after can still be kept for its owner. */
const tokenLife = (2 * sessionLife.absolute) / 1000

const salt = 'alongside/staff-session/v1'

/** 256 random bits: the name of a session, known to nobody but the browser. */
export function newSessionId(): string {
  return randomBytes(32).toString('base64url')
}

/** What the table holds in place of the id. */
export function hashSessionId(id: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(id).digest())
}

/** The encrypted token for the cookie. It carries the opaque id and nothing about the person. */
export function encodeSession(id: string): Promise<string> {
  return encode({ token: { sid: id }, secret: env().AUTH_SECRET, salt, maxAge: tokenLife })
}

/** The session id inside a cookie's token, or null for anything forged, cut short or out of date. */
export async function decodeSession(token: string): Promise<string | null> {
  if (!token.split('.').every(isOneWriting)) return null
  try {
    const payload = await decode({ token, secret: env().AUTH_SECRET, salt })
    return typeof payload?.sid === 'string' ? payload.sid : null
  } catch {
    return null
  }
}

/** The one way its bytes are written: the library reads past strange characters, and a token has no second form. */
function isOneWriting(part: string): boolean {
  return Buffer.from(part, 'base64url').toString('base64url') === part
}
