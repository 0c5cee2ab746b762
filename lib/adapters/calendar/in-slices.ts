import { setImmediate } from 'node:timers/promises'

/** For how long at most, in milliseconds, nothing else of the process has its turn. */
const slice = 8

/** Long work in small pieces: between them everything else has its turn. `work` yields wherever it can be interrupted. */
export async function inSlices<T>(work: Generator<undefined, T>): Promise<T> {
  for (;;) {
    const until = performance.now() + slice
    do {
      const step = work.next()
      if (step.done === true) return step.value
    } while (performance.now() < until)
    await setImmediate()
  }
}
