import { join } from 'node:path'
import { exitCodeOf } from '../run/children.ts'
import { root } from '../run/project.ts'
import { honest, vitestTally, type Tally } from './tally.ts'

/** Runs the unit tests and, against a PostgreSQL of their own, the integration tests. */
export async function unitTests(scratch: string): Promise<Tally> {
  const report = join(scratch, 'vitest.json')
  const cli = join(root, 'node_modules/vitest/vitest.mjs')
  const projects = ['unit', 'pure', 'database'].flatMap((name) => ['--project', name])
  const args = [cli, 'run', ...projects, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
  const code = await exitCodeOf(args, { cwd: root })
  return honest(vitestTally(report), code)
}
