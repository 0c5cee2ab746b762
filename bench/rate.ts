/** How often something was done in a second. */
export interface Rate {
  readonly perSecond: number
  readonly done: number
}

/** Does `work` over and over, `atOnce` at a time, for `seconds`, and counts. The first failure ends it. */
export async function rateOf(
  atOnce: number,
  seconds: number,
  work: (worker: number) => Promise<void>,
): Promise<Rate> {
  const begun = performance.now()
  const until = begun + seconds * 1000
  let done = 0
  const worker = async (number: number) => {
    while (performance.now() < until) {
      await work(number)
      done += 1
    }
  }
  await Promise.all(Array.from({ length: atOnce }, (_, number) => worker(number)))
  return { done, perSecond: done / ((performance.now() - begun) / 1000) }
}

/** Does each piece of prepared work once, `atOnce` at a time, and counts. */
export async function rateOfAll(atOnce: number, pieces: readonly (() => Promise<unknown>)[]): Promise<Rate> {
  const waiting = [...pieces]
  const begun = performance.now()
  const worker = async () => {
    for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) await piece()
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return { done: pieces.length, perSecond: pieces.length / ((performance.now() - begun) / 1000) }
}
