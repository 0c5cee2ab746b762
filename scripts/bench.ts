// `npm run bench`: measures the product as a newcomer would start it, with data of its own, and then the audit at ten million rows.
// `npm run bench -- speeds`, `npm run bench -- audit 1000000`: one of the two, and with how many rows.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { measure } from '../bench/report.ts'
import { prisma } from './prisma/run.ts'
import { appLogin } from './postgres/app-login.ts'
import { startCluster } from './postgres/cluster.ts'
import { runNode } from './run/children.ts'
import { endWhenAsked } from './run/ending.ts'
import { generateClient } from './run/build.ts'
import { say } from './run/progress.ts'
import { root, serverCode } from './run/project.ts'
import { settingsIn } from './run/secrets.ts'
import { startProduct } from './testing/product.ts'

endWhenAsked()

const scratch = mkdtempSync(join(tmpdir(), 'alongside-bench-'))
const [only, rows = '10000000'] = process.argv.slice(2)
try {
  say(`${String(availableParallelism())} cores, Node ${process.version}; load and server share them\n`)
  if (only !== 'audit') await speeds()
  if (only !== 'speeds') await audit()
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

async function speeds(): Promise<void> {
  say('Starting the product (a first build takes a minute or two) …')
  const product = await startProduct(scratch)
  try {
    await measure(product, say)
  } finally {
    await product.stop()
  }
}

async function audit(): Promise<void> {
  say(`\nThe audit at ${Number(rows).toLocaleString('en')} rows, in a PostgreSQL of its own`)
  generateClient()
  const dir = join(scratch, 'audit')
  const cluster = await startCluster(dir)
  try {
    prisma(['migrate', 'deploy'], cluster.url)
    const urls = { DATABASE_URL: await appLogin(cluster.url), MIGRATE_DATABASE_URL: cluster.url }
    const env = { ...process.env, ...settingsIn(dir), ...urls }
    await runNode([...serverCode, 'bench/audit.ts', rows], { cwd: root, env })
  } finally {
    await cluster.stop()
  }
}
