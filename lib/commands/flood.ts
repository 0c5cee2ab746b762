import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { env } from '@/lib/config/env'
import { isSolved } from '@/lib/edge/puzzle'

/** What the edge says of a flood, and what a browser brings against it. */
export interface Flood {
  /** The sending is to wait behind the others of its urgency. */
  readonly slow: boolean
  /** More is sent than the threshold: sending costs a puzzle or a little time. */
  readonly busy: boolean
  readonly solution: string
  readonly ticket: string
}

/** How long somebody waits whose browser solves no puzzle, in seconds. */
export const waitSeconds = 20

/** How old a ticket may get, in seconds: who comes later begins to wait anew, so that tickets cannot be laid up. */
const oldestTicket = 30 * 60

/**
 * Whether a sending has to wait first. It never does twice: a puzzle solved, or a ticket that is old enough, is good until
 * the token is used, and a token is good for one sending. Only a ticket that is too old has to be waited for again.
 */
export function mustWait(token: string, { busy, solution, ticket }: Flood): boolean {
  return busy && !isSolved(token, solution) && secondsLeft(token, ticket) !== 0
}

/** A signed note of when somebody began to wait, good for the token of their check page and for no other. */
export function newTicket(token: string): string {
  const since = now().getTime().toString(36)
  return `${since}.${signature(token, since).toString('base64url')}`
}

/** How long a ticket's holder has to wait yet; null when it is no ticket of ours for this token, or too old. */
export function secondsLeft(token: string, ticket: string): number | null {
  const [, since = '', signed = ''] = /^([\da-z]{8,9})\.([\w-]{22})$/u.exec(ticket) ?? []
  const given = Buffer.from(signed, 'base64url')
  const own = signature(token, since)
  if (given.length !== own.length || !timingSafeEqual(given, own)) return null
  const waited = (now().getTime() - parseInt(since, 36)) / 1000
  if (waited > oldestTicket) return null
  return Math.min(waitSeconds, Math.max(0, Math.ceil(waitSeconds - waited)))
}

/** Under a key that every process of the public tier has. */
function signature(token: string, since: string): Buffer {
  const key = createHmac('sha256', env().RETURN_CODE_PEPPER).update('wait-ticket/v1').digest()
  return createHmac('sha256', key).update(`${token}.${since}`).digest().subarray(0, 16)
}
