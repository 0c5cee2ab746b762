/** A row of choices that is the same every time for the same seed (mulberry32). */
export interface Chance {
  /** From 0 to below 1. */
  readonly next: () => number
  readonly happens: (probability: number) => boolean
  /** A whole number from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number
  readonly oneOf: <T>(options: readonly [T, ...T[]]) => T
  /** How often something happens that does so `mean` times on average, each time by itself (Poisson). */
  readonly count: (mean: number) => number
}

export function chanceOf(seed: number): Chance {
  // Seeds beside one another are to begin nowhere near one another.
  let state = Math.imul(seed ^ (seed >>> 16), 0x85ebca6b) ^ 0x9e3779b9
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    happens: (probability) => next() < probability,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    oneOf: (options) => options[Math.floor(next() * options.length)] ?? options[0],
    count: (mean) => {
      let times = 0
      for (let left = next(), end = Math.exp(-mean); left > end; left *= next()) times += 1
      return times
    },
  }
}
