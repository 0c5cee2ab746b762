import 'server-only'

/** More is waiting than will be done in a time anybody waits for: say so, and let them try again. */
export class PoolFullError extends Error {
  constructor() {
    super('Too much is waiting.')
    this.name = 'PoolFullError'
  }
}

/**
 * Runs at most `slots` pieces of work at a time; the others wait their turn, first come first served. When `longest` wait
 * already, the next is refused with PoolFullError before any of its work is done.
 */
export function workPool(
  slots: number,
  longest = Number.POSITIVE_INFINITY,
): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = slots

  async function turn(): Promise<void> {
    if (free > 0) {
      free -= 1
      return
    }
    if (waiting.length >= longest) throw new PoolFullError()
    await new Promise<void>((resolve) => waiting.push(resolve))
  }

  function done(): void {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }

  return async (work) => {
    await turn()
    try {
      return await work()
    } finally {
      done()
    }
  }
}
