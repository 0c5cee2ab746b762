import { join } from 'node:path'
import { exitCodeOf } from '../run/children.ts'
import { root } from '../run/project.ts'
import { honest, vitestTally, type Tally } from './tally.ts'

/** Runs the tests of a deployment of two tiers, each a process of its own from one build. */
export async function tiersTests(scratch: string): Promise<Tally> {
  const report = join(scratch, 'tiers.json')
  const cli = join(root, 'node_modules/vitest/vitest.mjs')
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  // All of them run, and so some of them read.
  const env = { ...process.env, ALL_TIERS_TESTS: 'yes' }
  const code = await exitCodeOf([cli, 'run', '--project', 'tiers', ...reporters], { cwd: root, env })
  return honest(vitestTally(report), code)
}
