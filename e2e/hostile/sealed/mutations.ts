/** Chooses a whole number from 0 up to but not including `below`. */
type Choose = (below: number) => number

type Mutation = (bytes: Uint8Array, other: Uint8Array, choose: Choose) => Uint8Array

const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts))

function flipped(bytes: Uint8Array, choose: Choose, times = 1): Uint8Array {
  const copy = Uint8Array.from(bytes)
  for (let time = 0; time < times; time += 1) {
    const at = choose(copy.length)
    copy[at] = (copy[at] ?? 0) ^ (1 << choose(8))
  }
  return copy
}

function overwritten(bytes: Uint8Array, at: number, part: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes)
  copy.set(part.subarray(0, copy.length - at), at)
  return copy
}

/** What somebody with the table but not the keys can do to bytes, with another row's at hand. */
export const mutations: Readonly<Record<string, Mutation>> = {
  'one bit': (bytes, _other, choose) => flipped(bytes, choose),
  'several bits': (bytes, _other, choose) => flipped(bytes, choose, 2 + choose(20)),
  'cut short': (bytes, _other, choose) => bytes.slice(0, choose(bytes.length)),
  'cut at the front': (bytes, _other, choose) => bytes.slice(1 + choose(bytes.length - 1)),
  'a piece taken out': (bytes, _other, choose) => {
    const at = choose(bytes.length)
    return joined(bytes.slice(0, at), bytes.slice(at + 1 + choose(32)))
  },
  'made longer': (bytes, _other, choose) => joined(bytes, new Uint8Array(1 + choose(64)).fill(choose(256))),
  'made longer in front': (bytes, _other, choose) => joined(new Uint8Array([choose(256)]), bytes),
  'another first byte': (bytes, _other, choose) => overwritten(bytes, 0, new Uint8Array([choose(256)])),
  'a nonce of zeros': (bytes) => overwritten(bytes, 1, new Uint8Array(24)),
  'the end of another': (bytes, other, choose) => {
    const at = 1 + choose(bytes.length - 1)
    return joined(bytes.slice(0, at), other.slice(at))
  },
  'the nonce of another': (bytes, other) => overwritten(bytes, 1, other.slice(1, 25)),
  'the tag of another': (bytes, other) => overwritten(bytes, bytes.length - 16, other.slice(-16)),
  'twice over': (bytes) => joined(bytes, bytes),
  backwards: (bytes) => Uint8Array.from(bytes).reverse(),
  'all zeros': (bytes) => new Uint8Array(bytes.length),
  nothing: () => new Uint8Array(),
}
