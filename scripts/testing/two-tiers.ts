import { closeSync, cpSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { freePort } from '../net/free-port.ts'
import { appLogin } from '../postgres/app-login.ts'
import { startCluster } from '../postgres/cluster.ts'
import { prisma } from '../prisma/run.ts'
import { build, isBuilt } from '../run/build.ts'
import { endGently, runNode, startNode } from '../run/children.ts'
import { untilHealthy } from '../run/listen.ts'
import { root, serverCode } from '../run/project.ts'
import { noteReadsIn } from './reads/settings.ts'
import { tellReads } from './reads/tell-reads.ts'
import { testSecrets } from './secrets.ts'

type Settings = Readonly<Record<string, string>>

/** Both tiers of one deployment, running from one build. */
export interface TwoTiers {
  readonly publicUrl: string
  readonly staffUrl: string
  /** All that each process was given. */
  readonly publicEnv: Settings
  readonly staffEnv: Settings
  /** The login that may do everything, which neither process has. */
  readonly ownerUrl: string
  readonly recoveryKey: string
  /** What both processes and the database have written. */
  readonly logs: readonly string[]
  readonly databaseDir: string
}

/** As docs/deployment.md says: a login for each tier, member of its one role and able to do nothing before it takes it. */
async function tierLogin(ownerUrl: string, tier: 'public' | 'staff'): Promise<string> {
  const login = `tier_${tier}`
  const password = randomBytes(18).toString('hex')
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  await client.query(`create role ${login} login noinherit password '${password}'`)
  await client.query(`grant alongside_${tier} to ${login} with inherit false, set true`)
  await client.end()
  const url = new URL(ownerUrl)
  url.username = login
  url.password = password
  return url.href
}

async function command(file: string, env: Settings, args: readonly string[] = []): Promise<void> {
  const options = { cwd: root, env: { ...bare(), ...env } }
  await runNode([...serverCode, file, ...args], { ...options, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** What any program needs of the machine; no setting of ours. */
function bare(): NodeJS.ProcessEnv {
  const { PATH = '', TMPDIR = tmpdir() } = process.env
  return { PATH, TMPDIR, NODE_ENV: 'production' }
}

/** Makes a deployment of two tiers with demonstration data, starts both, and takes everything away again. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), 'alongside-tiers-'))
  if (!isBuilt()) await build()
  const cluster = await startCluster(join(home, 'postgres'))
  prisma(['migrate', 'deploy'], cluster.url)
  const keys = { all: join(home, 'keys'), public: join(home, 'public-keys'), staff: join(home, 'staff-keys') }
  const publicUrl = `http://localhost:${String(await freePort())}`
  const staffUrl = `http://localhost:${String(await freePort())}`
  const secrets = { RETURN_CODE_PEPPER: testSecrets.RETURN_CODE_PEPPER, PUBLIC_URL: publicUrl }
  const operator = {
    ...secrets,
    AUTH_SECRET: testSecrets.AUTH_SECRET,
    DATABASE_URL: await appLogin(cluster.url),
    MIGRATE_DATABASE_URL: cluster.url,
    KEY_DIR: keys.all,
  }
  await command('prisma/create-keys.ts', operator)
  await command('prisma/public-keys.ts', operator, [keys.public])
  await command('prisma/prepare.ts', { ...operator, DEMO: 'yes', DEMO_PAST: 'no' })
  cpSync(keys.all, keys.staff, { recursive: true, filter: (path) => !path.endsWith('recovery.private.json') })

  const publicEnv = {
    ...secrets,
    TIER: 'public',
    DATABASE_URL: await tierLogin(cluster.url, 'public'),
    KEY_DIR: keys.public,
  }
  const staffEnv = {
    ...secrets,
    TIER: 'staff',
    STAFF_URL: staffUrl,
    AUTH_SECRET: testSecrets.AUTH_SECRET,
    DATABASE_URL: await tierLogin(cluster.url, 'staff'),
    KEY_DIR: keys.staff,
  }
  const reads = join(home, 'reads.jsonl')
  const tiers = await Promise.all([
    // A number and every address: neither may be taken for another site than the one people type.
    startTier(publicUrl, { ...publicEnv, HOST: '127.0.0.1' }, join(home, 'public.log'), reads),
    startTier(staffUrl, { ...staffEnv, HOST: '0.0.0.0' }, join(home, 'staff.log'), reads),
  ])
  project.provide('tiers', {
    publicUrl,
    staffUrl,
    publicEnv,
    staffEnv,
    ownerUrl: cluster.url,
    recoveryKey: join(keys.all, 'recovery.private.json'),
    logs: [...tiers.map(({ log }) => log), join(home, 'postgres', 'postgres.log')],
    databaseDir: cluster.dataDir,
  })
  return async () => {
    const without = await tellReads(reads, cluster.url, process.env.ALL_TIERS_TESTS === 'yes')
    await Promise.all(tiers.map(({ stop }) => stop()))
    await cluster.stop()
    rmSync(home, { recursive: true, force: true })
    if (without > 0) throw new Error(`${String(without)} reads have no row in the audit.`)
  }
}

async function startTier(url: string, env: Settings, log: string, reads: string) {
  const output = openSync(log, 'a')
  const server = startNode(['scripts/serve.ts'], {
    cwd: root,
    env: { ...bare(), ...env, ...noteReadsIn(reads), PORT: new URL(url).port },
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  await untilHealthy(url, server).catch((cause: unknown) => {
    throw new Error(`A tier did not start. It said:\n${readFileSync(log, 'utf8')}`, { cause })
  })
  return { log, stop: () => endGently(server) }
}

declare module 'vitest' {
  interface ProvidedContext {
    tiers: TwoTiers
  }
}
