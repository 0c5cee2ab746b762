// `npm run keys:proof -- <reports> <erased>`: the life of keys with so many reports (5,000) of which so many are erased (1,000), against a
// PostgreSQL of its own, and what was counted.
import { join } from 'node:path'
import { generateClient } from './run/build.ts'
import { exitCodeOf } from './run/children.ts'
import { endWhenAsked } from './run/ending.ts'
import { root } from './run/project.ts'

endWhenAsked()
const [reports = '5000', erased = '1000'] = process.argv.slice(2)
generateClient()
const cli = join(root, 'node_modules/vitest/vitest.mjs')
const args = [cli, 'run', '--project', 'database', 'e2e/keys/life-of-keys.db.test.ts']
const env = { ...process.env, PROOF_REPORTS: reports, PROOF_ERASED: erased }
process.exitCode = (await exitCodeOf(args, { cwd: root, env })) ?? 1
