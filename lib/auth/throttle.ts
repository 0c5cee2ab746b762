const free = 3
const longest = 8_000

/**
 * How long, in milliseconds, an answer waits after `failures` wrong attempts in a row: nothing for the first three, then one
 * second, doubling to eight. It slows guessing and never locks anybody out, because a right password still gets in after it.
 */
export function delayAfter(failures: number): number {
  return failures < free ? 0 : Math.min(longest, 1_000 * 2 ** (failures - free))
}

/** How much of the wait is left at `at`. Never more than the longest delay, whatever the row says. */
export function waitLeft(throttledUntil: Date | null, at: Date): number {
  if (throttledUntil === null) return 0
  return Math.min(longest, Math.max(0, throttledUntil.getTime() - at.getTime()))
}
