import { sha256 } from './sha-256'

/**
 * A puzzle that costs a browser about a second and a machine made for it less, some 33,000 hashes: numbers whose hash,
 * together with the token of the check page, begins with zeros. It slows who sends thousands, and does not stop them. Several
 * small ones rather than a large one, so that nobody is unlucky for long. A token is good for one sending, and so is its
 * solution.
 */
const pieces = 16
const zeroBits = 11

/** Works for about `slice` milliseconds at a time, so that the page stays awake; null is "not yet". */
export interface Solver {
  readonly work: (slice: number) => string | null
}

/** Looks for the solution of a token's puzzle. */
export function solver(token: string, clock: () => number = () => performance.now()): Solver {
  const found: number[] = []
  let next = 0
  const work = (slice: number) => {
    const until = clock() + slice
    while (found.length < pieces) {
      if (fits(token, found.length, next)) {
        found.push(next)
        next = 0
      } else next += 1
      if (next % 256 === 0 && clock() >= until) break
    }
    return found.length < pieces ? null : found.map((number) => number.toString(36)).join('.')
  }
  return { work }
}

/** Whether `solution` solves the puzzle of `token`. Costs 16 hashes at most, whatever is given. */
export function isSolved(token: string, solution: string): boolean {
  if (!/^(?:[\da-z]{1,6}\.){15}[\da-z]{1,6}$/u.test(solution)) return false
  return solution.split('.').every((number, piece) => fits(token, piece, parseInt(number, 36)))
}

function fits(token: string, piece: number, number: number): boolean {
  return sha256(`${token}.${String(piece)}.${number.toString(36)}`) >>> (32 - zeroBits) === 0
}
