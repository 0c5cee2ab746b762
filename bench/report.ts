import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { scenarios } from '../e2e/factories/scenarios.ts'
import { rawSubmissionRate } from './raw-postgres.ts'
import { root } from '../scripts/run/project.ts'
import { looker, sizesOf, touchedFormBytes, type Sizes } from './sizes.ts'
import { answerRate, journeyRate, pageRate, submissionRate } from './speeds.ts'
import type { Form } from './journey.ts'

const levels = [1, 8, 32]
const seconds = 5
const submissions = 150
const kilobyte = 1000

/** What was asked of page sizes, in bytes. */
const sizeTargets = { first: 15 * kilobyte, later: 6 * kilobyte, js: 140 * kilobyte }

interface Place {
  readonly url: string
  readonly dataDir: string
}

/** Measures a running product and prints each figure beside what was asked. Compare figures of one run only. */
export async function measure({ url, dataDir }: Place, print: (line: string) => void): Promise<void> {
  const form = shortestReport()
  await printSizes(url, print)
  print(`\nA second, at ${levels.join(', ')} at once (${String(seconds)} s each)`)
  await printRates('question page', (atOnce) => pageRate(url, atOnce, seconds), print)
  await printRates('answer', (atOnce) => answerRate(url, atOnce, seconds), print)
  await printRates('whole report', (atOnce) => journeyRate(url, atOnce, seconds, form), print)
  print('\nSending, beside the same rows written by a bare driver to the same server')
  const { url: database } = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as { url: string }
  for (const atOnce of levels) {
    const ours = await submissionRate(url, atOnce, submissions, form)
    const raw = await rawSubmissionRate(database, atOnce, seconds)
    const share = (100 * ours.perSecond) / raw.perSecond
    print(
      `  ${String(atOnce).padStart(2)} at once: ${whole(ours.perSecond)} of ${whole(raw.perSecond)} a second, ${whole(share)} %`,
    )
  }
}

/** The report with the fewest questions. */
export function shortestReport(): Form {
  const found = scenarios.find(({ fields }) => fields.contactChoice === 'anonymous')
  if (found === undefined) throw new Error('No scenario is anonymous.')
  return found.fields
}

async function printRates(
  name: string,
  rate: (atOnce: number) => Promise<{ perSecond: number }>,
  print: (line: string) => void,
): Promise<void> {
  const figures: string[] = []
  for (const atOnce of levels) figures.push(whole((await rate(atOnce)).perSecond).padStart(6))
  print(`  ${name.padEnd(14)}${figures.join('')}`)
}

async function printSizes(url: string, print: (line: string) => void): Promise<void> {
  const visitor = looker(url)
  const first = await sizesOf(visitor, '/report/role')
  await visitor.post('/report/role/answer', new URLSearchParams({ role: 'victim' }))
  const later = await sizesOf(visitor, '/report/what')
  print('Bytes, gzipped (styles and scripts are kept by the browser after the first page)')
  printSize('first question: HTML and CSS', first.html + first.css, sizeTargets.first, print)
  printSize('later question: HTML', later.html, sizeTargets.later, print)
  printSize('JavaScript of a page, none needed', Math.max(first.js, later.js), sizeTargets.js, print)
  print(`  and once a form is touched, to check it here: ${String(touchedFormBytes(root))} more`)
  print(`  parts of the first: ${parts(first)}`)
}

function printSize(name: string, bytes: number, target: number, print: (line: string) => void): void {
  const verdict = bytes <= target ? 'reached' : `missed by ${String(bytes - target)}`
  print(`  ${name.padEnd(36)}${String(bytes).padStart(7)}  asked ${String(target)}: ${verdict}`)
}

function parts({ html, css, js }: Sizes): string {
  return `HTML ${String(html)}, CSS ${String(css)}, JavaScript ${String(js)}`
}

function whole(figure: number): string {
  return figure.toFixed(0)
}
