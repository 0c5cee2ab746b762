import type { Progress } from './rewrap-all'

const step = 1_000

/** Says every thousand boxes how far a re-wrapping is, and its end. */
export function sayWrapped(say: (line: string) => void): Progress {
  let said = 0
  return (done, all) => {
    if (done === said || (done - said < step && done < all)) return
    said = done
    say(`  ${done.toLocaleString('en')} of ${all.toLocaleString('en')} boxes`)
  }
}
