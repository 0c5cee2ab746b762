import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'

const held = new AsyncLocalStorage<Date>()

/** The time now. The one place that asks, so that rules take the clock as an argument. */
export function now(): Date {
  return held.getStore() ?? new Date()
}

/** Runs `work` as if it were `at` for all of it: for demonstration data that has a past, and for tests. */
export function asOf<T>(at: Date, work: () => T): T {
  return held.run(at, work)
}
