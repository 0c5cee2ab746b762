/** Says what is happening now, so that a long first start does not look like a hang. */
export function say(words: string): void {
  process.stdout.write(`${words}\n`)
}

/** Runs one named part of a start and says how long it took. */
export async function part<T>(words: string, work: () => T | Promise<T>): Promise<T> {
  process.stdout.write(`  ${words} …`)
  const begun = performance.now()
  try {
    return await work()
  } finally {
    process.stdout.write(` ${((performance.now() - begun) / 1000).toFixed(1)} s\n`)
  }
}
