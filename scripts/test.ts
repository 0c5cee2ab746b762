// `npm test`: everything, from a clean clone. Ends with a line `N passed, N failed`.
// With names as arguments only those parts run: checks, unit, browser, tiers; `theft` runs only when it is named.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sayFigures } from './hostile/figures.ts'
import { generateClient } from './run/build.ts'
import { say } from './run/progress.ts'
import { browserTests } from './testing/browser-tests.ts'
import { staticChecks } from './testing/static-checks.ts'
import type { Tally } from './testing/tally.ts'
import { theftTest } from './testing/theft-test.ts'
import { tiersTests } from './testing/tiers-tests.ts'
import { unitTests } from './testing/unit-tests.ts'
import { endWhenAsked } from './run/ending.ts'

endWhenAsked()

const parts = {
  checks: staticChecks,
  unit: unitTests,
  browser: browserTests,
  // After what builds: both tiers run from the same build.
  tiers: tiersTests,
  theft: theftTest,
} as const
/** The browser tests hold a short form of it. */
const onlyWhenNamed = new Set(['theft'])
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(parts, name))
if (unknown.length > 0)
  throw new Error(`There is no part called ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`)

const scratch = mkdtempSync(join(tmpdir(), 'alongside-tests-'))
// Programs started below unpack and write here, never where another user or run does.
process.env.TMPDIR = scratch
// What the short form of the hostile suite counts.
const figures = join(scratch, 'hostile.jsonl')
process.env.HOSTILE_FIGURES = figures
let total: Tally = { passed: 0, failed: 0 }
const names: string[] = []
try {
  generateClient()
  for (const [name, run] of Object.entries(parts)) {
    if (asked.length > 0 ? !asked.includes(name) : onlyWhenNamed.has(name)) continue
    const tally = await run(scratch)
    say(`${name}: ${String(tally.passed)} ok, ${String(tally.failed)} not`)
    names.push(...(tally.names ?? []))
    total = { passed: total.passed + tally.passed, failed: total.failed + tally.failed }
  }
  sayFigures(figures)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
for (const name of names) say(`not: ${name}`)
say(`\n${String(total.passed)} passed, ${String(total.failed)} failed`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1
