/** What was seen at one moment: how much had arrived and how much memory the server had, in megabytes. */
export interface Sample {
  readonly arrived: number
  readonly memory: number
}

/** How many megabytes of memory each megabyte that arrived took, by least squares; 0 where nothing arrived between samples. */
export function slopeOf(samples: readonly Sample[]): number {
  const mean = (of: (one: Sample) => number) =>
    samples.reduce((sum, one) => sum + of(one), 0) / samples.length
  const arrived = mean((one) => one.arrived)
  const memory = mean((one) => one.memory)
  let [both, square] = [0, 0]
  for (const one of samples) {
    both += (one.arrived - arrived) * (one.memory - memory)
    square += (one.arrived - arrived) ** 2
  }
  return square === 0 ? 0 : both / square
}
