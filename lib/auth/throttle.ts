const free = 3
const longest = 8_000
/** Tries that would have to wait longer than this are not looked at: nobody waits so long for a page. */
const line = 24_000
/** After so long without a try, counting begins anew. */
const forgetAfter = 15 * 60_000

/** Limits of guessing, in milliseconds. */
export const throttle = { longest, line, forgetAfter } as const

/**
 * How long, in milliseconds, the next try waits after `tries` without a success: nothing for the first three, then one
 * second, doubling to eight. It slows guessing and never locks anybody out, because a right password gets in after it.
 */
export function delayAfter(tries: number): number {
  return tries < free ? 0 : Math.min(longest, 1_000 * 2 ** (tries - free))
}

/** The delay after one try, after two, and so on; the last holds for every further one. */
export const delays: readonly number[] = Array.from({ length: 7 }, (_, index) => delayAfter(index + 1))
