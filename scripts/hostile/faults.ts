import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { faults } from '../../e2e/hostile/faults/faults.ts'
import type { Fault } from '../../e2e/hostile/faults/faults.ts'
import { onEnd } from '../run/ending.ts'
import { endGently } from '../run/children.ts'
import { say } from '../run/progress.ts'
import type { Tally } from '../testing/tally.ts'
import { copyCheckout } from './copy.ts'

/**
 * Plants each fault in a copy of the checkout and runs the tests that must notice it. They must pass without it first: a
 * test that fails anyway notices nothing. Counts faults found as passed.
 */
export async function plantFaults(scratch: string): Promise<Tally> {
  const copy = join(scratch, 'copy')
  copyCheckout(copy)
  const all = [...new Set(faults.flatMap(({ tests }) => tests))]
  const sound = await run(copy, all)
  if (!sound.passed) {
    say(sound.output)
    throw new Error('Without any fault these tests must pass.')
  }
  let found = 0
  for (const fault of faults) {
    const { noticed, output } = await plant(copy, fault)
    if (noticed) found += 1
    say(`  ${noticed ? 'found' : 'NOT FOUND'}: ${fault.name} (${fault.file})`)
    if (!noticed) say(output)
  }
  say(`\nfound ${String(found)} of ${String(faults.length)}`)
  return { passed: found, failed: faults.length - found }
}

/** Noticed is what a named test fails on; a suite that cannot even be loaded has noticed nothing. */
async function plant(copy: string, { file, search, times = 1, replace, tests }: Fault) {
  const path = join(copy, file)
  const source = readFileSync(path, 'utf8')
  if (source.split(search).length !== times + 1)
    throw new Error(`A fault cannot be planted: ${file} does not hold its place.`)
  writeFileSync(
    path,
    source.replaceAll(search, () => replace),
  )
  const { passed, failedTests, output } = await run(copy, tests)
  writeFileSync(path, source)
  return { noticed: !passed && failedTests > 0, output }
}

interface Ran {
  readonly passed: boolean
  readonly failedTests: number
  readonly output: string
}

async function run(copy: string, tests: readonly string[]): Promise<Ran> {
  const report = join(copy, 'faults.json')
  writeFileSync(report, '{"numFailedTests":0}')
  const args = [
    join(copy, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=json',
    `--outputFile=${report}`,
    ...tests,
  ]
  const child = spawn(process.execPath, args, { cwd: copy, stdio: ['ignore', 'pipe', 'pipe'] })
  onEnd(() => endGently(child))
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  const { numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as { numFailedTests: number }
  return { passed: code === 0, failedTests: numFailedTests, output }
}
