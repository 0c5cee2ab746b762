// `npm run bench`: measures the product as a newcomer would start it, with data of its own, then the audit at ten million rows, routing at
// ten thousand cases, a month as it is played, with many volunteers and with few, return codes that somebody guesses, how soon an open
// queue is told of what comes in, what memory files take that arrive, and how the queue and dashboards grow with their cases. `npm run bench --
// speeds`, `-- live`, `-- evidence`, `-- audit 1000000`, `-- routing`, `-- month 7`, `-- month 7 few`, `-- codes 100000`, `-- growth --cases 1000,20000`:
// one of them, with how many rows the audit has, by which seed the month is played, how many codes are guessed and of how many cases databases are.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureEvidence } from '../bench/evidence/evidence.ts'
import { makeDatabases } from '../bench/growth/databases.ts'
import { measureLive } from '../bench/live/live.ts'
import { measure, shortestReport } from '../bench/report.ts'
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
const [only, ...given] = process.argv.slice(2)

const benches: Readonly<Record<string, () => Promise<void>>> = {
  speeds,
  audit: () =>
    alone('audit', `The audit at ${rowsOf(given).toLocaleString('en')} rows`, [String(rowsOf(given))]),
  routing: () => alone('routing', 'Routing of waiting cases after everybody’s duty changed', given),
  month,
  codes: () => alone('codes', 'Return codes, guessed', given),
  live,
  evidence,
  growth,
}

try {
  say(`${String(availableParallelism())} cores, Node ${process.version}; load and server share them\n`)
  const asked = only === undefined ? Object.values(benches) : [benches[only]]
  for (const bench of asked) {
    if (bench === undefined) throw new Error(`There is: ${Object.keys(benches).join(', ')}.`)
    await bench()
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function rowsOf([rows = '10000000']: readonly string[]): number {
  return Number(rows)
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

async function live(): Promise<void> {
  say('\nHow soon an open queue is told of what comes in; starting the product …')
  // Everybody here is one machine, and puzzles are not what is measured.
  const product = await startProduct(mkdtempSync(join(scratch, 'live-')), { LANE_PUZZLE_PER_MINUTE: '0' })
  // Where people of the desk are made.
  process.env.DATA_DIR = product.dataDir
  try {
    await measureLive(product.url, shortestReport(), say)
  } finally {
    await product.stop()
  }
}

async function evidence(): Promise<void> {
  say('\nMemory while ten files of 25 MB arrive at once; starting the product …')
  const settings = { LANE_PUZZLE_PER_MINUTE: '0', EVIDENCE_UNSENT_MB: '2000' }
  const product = await startProduct(mkdtempSync(join(scratch, 'evidence-')), settings)
  try {
    await measureEvidence(product.url, shortestReport(), say)
  } finally {
    await product.stop()
  }
}

async function month(): Promise<void> {
  const [seed = '20260302', ...sorts] = given
  for (const sort of sorts.length > 0 ? sorts : ['many', 'few'])
    await alone('month', `A month as it is played, with ${sort} volunteers`, [seed, sort])
}

async function growth(): Promise<void> {
  const { values } = parseArgs({
    args: [...given],
    options: { cases: { type: 'string', default: '1000,100000,1000000' } },
  })
  const sizes = values.cases.split(',')
  const what = 'The queue and dashboards at ten years of cases; making them (five minutes for a million)'
  await alone('growth', what, sizes, (env) => makeDatabases(sizes.map(Number), env))
}

/** Runs `bench/<name>.ts` at an empty PostgreSQL of its own, to which something may be done before. */
async function alone(
  name: string,
  what: string,
  args: readonly string[],
  before?: (env: NodeJS.ProcessEnv) => Promise<void>,
): Promise<void> {
  say(`\n${what}, in a PostgreSQL of its own`)
  generateClient()
  const dir = mkdtempSync(join(scratch, `${name}-`))
  const cluster = await startCluster(dir)
  try {
    prisma(['migrate', 'deploy'], cluster.url)
    const urls = { DATABASE_URL: await appLogin(cluster.url), MIGRATE_DATABASE_URL: cluster.url }
    const env = { ...process.env, ...settingsIn(dir), ...urls, LOG_LEVEL: 'error' }
    await before?.(env)
    await runNode([...serverCode, `bench/${name}.ts`, ...args], { cwd: root, env })
  } finally {
    await cluster.stop()
  }
}
