/** How often a page says that it is open, in milliseconds. */
const beat = 20_000

interface Acts {
  /** Says that the page is open, and asks who else is there: each twenty seconds, and when it comes into view. */
  readonly ask: () => void
  /** Something was typed. */
  readonly typed: () => void
  /** The page is left. */
  readonly leave: () => void
}

/** Does as said for as long as somebody is at a page. Gives what ends that, which is a leaving too: the browser stays where another is drawn in its place. */
export function atPage({ ask, typed, leave }: Acts): () => void {
  const timer = setInterval(ask, beat)
  document.addEventListener('input', typed)
  document.addEventListener('visibilitychange', ask)
  window.addEventListener('pagehide', leave)
  return () => {
    clearInterval(timer)
    document.removeEventListener('input', typed)
    document.removeEventListener('visibilitychange', ask)
    window.removeEventListener('pagehide', leave)
    leave()
  }
}
