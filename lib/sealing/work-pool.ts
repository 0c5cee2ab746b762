import 'server-only'

/** Runs at most `slots` pieces of work at a time; the others wait their turn, first come first served. */
export function workPool(slots: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = slots

  async function turn(): Promise<void> {
    if (free > 0) {
      free -= 1
      return
    }
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
