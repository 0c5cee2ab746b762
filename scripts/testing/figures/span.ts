/** Below 2^26, so that a product of two remainders is exact. */
const primes = [67_108_859, 67_108_837] as const

/**
 * Everything that can be reckoned by adding, subtracting and multiplying what is known: a vector of coefficients is within where it is a linear
 * combination of those given. Reckoned modulo two primes: whatever is one over the fractions is one modulo either.
 */
export class Span {
  private readonly parts = primes.map((prime) => ({ prime, basis: new Map<number, Float64Array>() }))

  add(vector: ArrayLike<number>): void {
    for (const { prime, basis } of this.parts) {
      const rest = reduce(vector, basis, prime)
      const pivot = rest.findIndex((each) => each !== 0)
      if (pivot === -1) continue
      const inverse = inverseOf(rest[pivot] ?? 0, prime)
      basis.set(
        pivot,
        rest.map((each) => (each * inverse) % prime),
      )
    }
  }

  has(vector: ArrayLike<number>): boolean {
    return this.parts.every(({ prime, basis }) => reduce(vector, basis, prime).every((each) => each === 0))
  }
}

function reduce(
  vector: ArrayLike<number>,
  basis: ReadonlyMap<number, Float64Array>,
  prime: number,
): Float64Array {
  const rest = Float64Array.from(vector)
  for (let at = 0; at < rest.length; at += 1) {
    const factor = rest[at] ?? 0
    const row = factor === 0 ? undefined : basis.get(at)
    if (row === undefined) continue
    for (let c = at; c < rest.length; c += 1) {
      rest[c] = ((rest[c] ?? 0) + (prime - factor) * (row[c] ?? 0)) % prime
    }
  }
  return rest
}

/** By Fermat: the power `prime - 2`. */
function inverseOf(value: number, prime: number): number {
  let [result, power] = [1, value]
  for (let left = prime - 2; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * power) % prime
    power = (power * power) % prime
  }
  return result
}
