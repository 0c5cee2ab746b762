import 'server-only'
import { createHash } from 'node:crypto'
import { delayAfter, waitLeft } from './throttle'

/** Addresses nobody has are slowed in the same way as accounts, or the difference would tell which exist. */
const attempts = new Map<string, { failures: number; until: Date }>()
const most = 10_000

/** Milliseconds to wait before answering for an address without an account. */
export function waitForUnknown(email: string, at: Date): number {
  return waitLeft(attempts.get(nameOf(email))?.until ?? null, at)
}

/** Counts a wrong attempt for an address without an account. The oldest are forgotten when there are too many. */
export function noteUnknown(email: string, at: Date): void {
  const name = nameOf(email)
  const failures = (attempts.get(name)?.failures ?? 0) + 1
  attempts.delete(name)
  attempts.set(name, { failures, until: new Date(at.getTime() + delayAfter(failures)) })
  const [oldest] = attempts.keys()
  if (attempts.size > most && oldest !== undefined) attempts.delete(oldest)
}

function nameOf(email: string): string {
  return createHash('sha256').update(email).digest('base64')
}
