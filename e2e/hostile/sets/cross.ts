/** Every pair of a frame and what goes into it: `frame` has `¤` where the content belongs. The same each time. */
export function cross(frames: readonly string[], contents: readonly string[]): readonly string[] {
  return frames.flatMap((frame) => contents.map((content) => frame.replaceAll('¤', () => content)))
}

/** The first `count` distinct texts. Throws when there are fewer: a set that shrank must not pass unseen. */
export function exactly(count: number, texts: readonly string[]): readonly string[] {
  const distinct = [...new Set(texts)].slice(0, count)
  if (distinct.length < count) throw new Error(`Only ${String(distinct.length)} of ${String(count)} texts.`)
  return distinct
}

/** Numbers from 0 up to but not including 1 that look random and are the same for the same seed. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    // Mulberry32: small, even, and known to be good enough to choose test values.
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
