const look = 500

/**
 * Calls back once when npm, which started this program through a shell, has gone: npm ends that shell when it is asked to
 * end, and nobody would tell us. Does nothing for a program that was not started by npm.
 */
export function whenNpmEnds(act: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    act()
  }, look)
  timer.unref()
}
