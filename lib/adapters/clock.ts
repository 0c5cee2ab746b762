import 'server-only'

/** The time now. The one place that asks, so that rules take the clock as an argument. */
export function now(): Date {
  return new Date()
}
