import { expect } from '@playwright/test'
import type { Reply } from '../../../bench/visitor'
import { count } from '../figures'

/**
 * Words that only a program says, never one of our pages. None of the values sent holds any of them, so wherever one
 * turns up the product has let its insides show.
 */
export const insides =
  /ZodError|PrismaClient|Invalid `|Invalid input: |Invalid option: |expected string|invalid input syntax|invalid byte sequence|violates \w+ constraint|Application error|\.next\/server|node:internal|webpack-internal| at async /u

/** What is wrong with an answer; null when nothing is. */
export function faultOf(reply: Reply): string | null {
  if (reply.status >= 500 || reply.status === 0) return `status ${String(reply.status)}`
  const [words] = insides.exec(reply.body) ?? []
  return words === undefined ? null : `says "${words}"`
}

/** Keeps the faults of a test and counts what it sent. */
export class Judge {
  readonly faults: string[] = []
  sent = 0
  refused = 0
  errors = 0

  /** Notes what is wrong with an answer to `values` values. A refusal with words counts as proper. */
  look(what: string, values: number, reply: Reply): void {
    this.sent += values
    const fault = faultOf(reply)
    if (fault !== null) this.faults.push(`${what}: ${fault}`.slice(0, 300))
    if (reply.status >= 500 || reply.status === 0) this.errors += 1
    else if (reply.status >= 400 || /[?&#]problem/u.test(reply.location)) this.refused += 1
  }

  /** Adds to the figures of the run and fails naming the faults. */
  close(): void {
    count('values sent', this.sent)
    count('server errors', this.errors)
    count('requests refused properly', this.refused)
    expect(this.faults.slice(0, 20)).toEqual([])
    expect(this.sent).toBeGreaterThan(0)
  }
}
