/** Chance that is the same each time for the same seed and number, and is thrown in order. */
export interface Dice {
  /** From 0 to below 1. */
  readonly next: () => number
  /** One of them, each as likely as its weight. */
  readonly one: <T>(weighted: readonly (readonly [T, number])[]) => T
  /** So many hexadecimal digits. */
  readonly hex: (digits: number) => string
}

/** Dice of their own for each case, so that one does not hang on how much was thrown for those before it. */
export function diceOf(seed: number, number: number): Dice {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 1, 0xc2b2ae35)) >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    one: (weighted) => {
      let left = next() * weighted.reduce((sum, [, weight]) => sum + weight, 0)
      const [found = weighted.at(-1)] = weighted.filter(([, weight]) => (left -= weight) < 0)
      if (found === undefined) throw new Error('There is nothing to choose from')
      return found[0]
    },
    hex: (digits) => Array.from({ length: digits }, () => Math.floor(next() * 16).toString(16)).join(''),
  }
}
