type End = () => Promise<void>

const ends: End[] = []
let ending: Promise<void> | null = null

/** Asks for `end` to be called when this program is asked to end. The last one asked for is called first. */
export function onEnd(end: End): void {
  ends.push(end)
}

/** Ends everything that was started, once. */
export function endEverything(): Promise<void> {
  ending ??= (async () => {
    for (const end of ends.reverse()) await end()
  })()
  return ending
}

/** From now on, being asked to end leaves nothing running. */
export function endWhenAsked(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      void endEverything().then(() => process.exit(0))
    })
  }
}
