// `npm run test:hostile`: every hostile value, request and change, with nothing shortened. Ends with what was counted.
// With `--faults`: plants known faults in a copy, one at a time, and says how many the tests notice.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plantFaults } from './hostile/faults.ts'
import { sayFigures } from './hostile/figures.ts'
import { generateClient } from './run/build.ts'
import { exitCodeOf } from './run/children.ts'
import { endWhenAsked } from './run/ending.ts'
import { say } from './run/progress.ts'
import { root } from './run/project.ts'
import { playwright } from './testing/browser-tests.ts'
import { honest, vitestTally, type Tally } from './testing/tally.ts'

endWhenAsked()

const scratch = mkdtempSync(join(tmpdir(), 'alongside-hostile-'))
const figures = join(scratch, 'figures.jsonl')
const planting = process.argv.includes('--faults')
Object.assign(process.env, {
  TMPDIR: scratch,
  HOSTILE: planting ? 'short' : 'full',
  HOSTILE_FIGURES: figures,
})
let total: Tally = { passed: 0, failed: 0 }
try {
  generateClient()
  const parts = planting ? [() => plantFaults(scratch)] : [inProcess, overTheWire]
  for (const part of parts) {
    const tally = await part()
    total = { passed: total.passed + tally.passed, failed: total.failed + tally.failed }
  }
  if (!planting) sayFigures(figures)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
say(`\n${String(total.passed)} passed, ${String(total.failed)} failed`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1

/** What needs no server: sets, ciphertexts, questions, parts of pages, handlers, lookups. */
async function inProcess(): Promise<Tally> {
  const report = join(scratch, 'vitest.json')
  const cli = join(root, 'node_modules/vitest/vitest.mjs')
  const projects = ['--project', 'unit', '--project', 'database']
  const timeout = ['--testTimeout=1200000', '--hookTimeout=120000']
  const args = [
    cli,
    'run',
    ...projects,
    ...timeout,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  const code = await exitCodeOf([...args, 'e2e/hostile'], { cwd: root })
  return honest(vitestTally(report), code)
}

/** What is sent to the product as a newcomer would start it, and looked at in a browser. */
function overTheWire(): Promise<Tally> {
  // So much in so short a time would be a flood; what meets a flood has tests of its own.
  Object.assign(process.env, { LANE_PART_PER_HOUR: '1000000', LANE_PUZZLE_PER_MINUTE: '1000000' })
  return playwright(scratch, ['--project=hostile'])
}
