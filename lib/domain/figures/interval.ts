/** A range of numbers, both within. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** The value that 97.5 % of a normal distribution lie below. */
const z = 1.959963984540054

/** Beyond it Byar's approximation says the same to every digit that is shown. */
const largestExact = 200

/**
 * The honest 95 % interval of a count: what it might as well have been by chance alone, where cases come one by one. Exact by the Poisson
 * distribution (Garwood 1936); above 200 by Byar's approximation, which differs from it by less than a thousandth there.
 */
export function intervalOfCount(count: number): Interval {
  if (count > largestExact) return { low: byar(count, -z), high: byar(count + 1, z) }
  const low = count === 0 ? 0 : meanWhere((mean) => 1 - atMost(count - 1, mean) > 0.025, count)
  return { low, high: meanWhere((mean) => atMost(count, mean) < 0.025, count) }
}

/** The smallest mean for which something holds that holds for all larger ones. */
function meanWhere(holds: (mean: number) => boolean, count: number): number {
  let [low, high] = [0, count + 10 * Math.sqrt(count + 1) + 10]
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2
    if (holds(middle)) high = middle
    else low = middle
  }
  return high
}

/** How likely at most so many are where `mean` are to be expected. */
function atMost(count: number, mean: number): number {
  let [term, sum] = [Math.exp(-mean), 0]
  for (let k = 0; k <= count; k += 1) {
    sum += term
    term *= mean / (k + 1)
  }
  return sum
}

function byar(count: number, deviate: number): number {
  return count * (1 - 1 / (9 * count) + deviate / (3 * Math.sqrt(count))) ** 3
}

/** The 95 % interval of a share (Wilson 1927), which stays within 0 and 1 and is honest of few; everything is possible where there is nothing. */
export function intervalOfShare(part: number, whole: number): Interval {
  if (whole === 0) return { low: 0, high: 1 }
  const share = part / whole
  const middle = (share + z ** 2 / (2 * whole)) / (1 + z ** 2 / whole)
  const half =
    (z / (1 + z ** 2 / whole)) * Math.sqrt((share * (1 - share)) / whole + z ** 2 / (4 * whole ** 2))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** What may be said of a count beside an earlier one. */
export type Change = 'more' | 'fewer' | 'no-clear-change'

/**
 * Compares the counts of two spans of the same length. If nothing had changed, each of the cases would be as likely in either: the difference is
 * called one only where that would bring about so large a difference, either way, less than once in twenty (by the normal distribution, with
 * the correction for whole numbers: the difference less one, squared, is more than 3.84 times the sum).
 */
export function compare(now: number, before: number): Change {
  const difference = Math.abs(now - before) - 1
  if (difference <= 0 || difference ** 2 <= z ** 2 * (now + before)) return 'no-clear-change'
  return now > before ? 'more' : 'fewer'
}
