/** What comes, gathered. */
export interface Gathering {
  /** Something came: so much of it. */
  readonly gather: (count: number) => void
  /** All that came was taken by other means: nothing of it is handed on any more. */
  readonly settle: () => void
}

/**
 * Gathers what comes and hands it on together: at once where it was quiet, and no more often than each `between` milliseconds where it is
 * not. What is handed on is how much came; `work` says whether it took it, at once or when it knows, and is asked again later where it did not.
 */
export function gathering(between: number, work: (count: number) => boolean | Promise<boolean>): Gathering {
  let count = 0
  let last = 0
  let settled = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const hand = async () => {
    last = Date.now()
    timer = undefined
    const [handed, since] = [count, settled]
    count = 0
    if ((await work(handed)) || settled !== since) return
    count += handed
    timer ??= setTimeout(handOn, between)
  }
  const handOn = () => void hand()
  return {
    gather: (more) => {
      count += more
      timer ??= setTimeout(handOn, Math.max(0, last + between - Date.now()))
    },
    settle: () => {
      clearTimeout(timer)
      timer = undefined
      count = 0
      settled += 1
      last = Date.now()
    },
  }
}
