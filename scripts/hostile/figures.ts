import { existsSync, readFileSync } from 'node:fs'
import { say } from '../run/progress.ts'

interface Line {
  readonly figure: string
  readonly by: number
}

/** Prints what the parts of a run have counted, a figure to a line. */
export function sayFigures(file: string): void {
  const figures = new Map<string, number>()
  for (const line of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
    if (line === '') continue
    const { figure, by } = JSON.parse(line) as Line
    figures.set(figure, (figures.get(figure) ?? 0) + by)
  }
  for (const [figure, sum] of figures) say(`${figure}: ${sum.toLocaleString('en-GB')}`)
}
