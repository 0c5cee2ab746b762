/** How often the time is looked at, in milliseconds: a timer stands still while a computer sleeps. */
const beat = 5_000

/**
 * Calls `tell` once so many milliseconds have gone by, at the latest five seconds after that or when the page comes into view again. Gives what
 * stops it.
 */
export function whenOver(left: number, tell: () => void): () => void {
  const begun = Date.now()
  const look = () => {
    if (Date.now() - begun < left) return
    stop()
    tell()
  }
  const timer = setInterval(look, beat)
  const stop = () => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
  }
  document.addEventListener('visibilitychange', look)
  return stop
}
