import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import pg from 'pg'
import { onEnd } from '../run/ending.ts'
import { freePort } from '../net/free-port.ts'
import { chooseLauncher, type Launcher } from './account.ts'

export interface Cluster {
  readonly url: string
  readonly dataDir: string
  readonly pid: number
  /** Resolves when the server has shut down cleanly. */
  readonly stop: () => Promise<void>
}

const user = 'alongside'
const durable = ['-c', 'fsync=on', '-c', 'synchronous_commit=on', '-c', 'full_page_writes=on']

/**
 * Starts a real PostgreSQL on a free loopback port, making its data folder first where there is none.
 * `home` holds the data, the password and the log. Throws with the server's own words when it does not start.
 */
export async function startCluster(home: string, settings: readonly string[] = []): Promise<Cluster> {
  mkdirSync(home, { recursive: true, mode: 0o700 })
  const launcher = chooseLauncher(join(home, 'data'))
  const password = passwordIn(home)
  if (!existsSync(join(launcher.dataDir, 'PG_VERSION'))) initialise(launcher, home, password)
  stopOrphan(launcher.dataDir)
  const port = await freePort()
  const log = join(home, 'postgres.log')
  const server = launch(launcher, port, log, settings)
  const url = `postgresql://${user}:${password}@127.0.0.1:${String(port)}/alongside`
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return
    server.kill('SIGINT')
    await once(server, 'exit')
  }
  onEnd(stop)
  await untilReady(server, url, log)
  return { url, dataDir: launcher.dataDir, pid: server.pid ?? 0, stop }
}

function passwordIn(home: string): string {
  const file = join(home, 'password')
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

function initialise(launcher: Launcher, home: string, password: string): void {
  const secret = join(
    launcher.identity.uid === undefined ? home : join(launcher.dataDir, '..'),
    'initial-password',
  )
  writeFileSync(secret, `${password}\n`, { mode: 0o600 })
  if (launcher.identity.uid !== undefined) chownSync(secret, launcher.identity.uid, launcher.identity.uid)
  const args = [
    '-D',
    launcher.dataDir,
    '-U',
    user,
    '--auth=scram-sha-256',
    `--pwfile=${secret}`,
    '--encoding=UTF8',
  ]
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--data-checksums']
  const [program, all] = launcher.command(launcher.binaries.initdb, [...args, ...locale])
  const made = spawnSync(program, all, { ...launcher.identity, encoding: 'utf8', cwd: '/' })
  rmSync(secret, { force: true })
  if (made.status !== 0)
    throw new Error(`PostgreSQL could not make its data folder.\n${made.stdout}\n${made.stderr}`)
  chmodSync(launcher.dataDir, 0o700)
}

/** A server left behind by a run that was killed still holds the data folder: it is asked to stop. */
function stopOrphan(dataDir: string): void {
  const file = join(dataDir, 'postmaster.pid')
  if (!existsSync(file)) return
  const [pid = '', directory = ''] = readFileSync(file, 'utf8').split('\n')
  if (directory !== dataDir || !isServerOf(dataDir, Number(pid))) return
  process.kill(Number(pid), 'SIGINT')
  spawnSync('timeout', ['20', 'tail', `--pid=${pid}`, '-f', '/dev/null'])
}

/** Whether a process is a PostgreSQL of this very folder: numbers of processes are used again. */
function isServerOf(dataDir: string, pid: number): boolean {
  const commandLine = `/proc/${String(pid)}/cmdline`
  return existsSync(commandLine) && readFileSync(commandLine, 'utf8').includes(`-D\0${dataDir}\0`)
}

function launch(launcher: Launcher, port: number, log: string, settings: readonly string[]): ChildProcess {
  const listen = ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-p', String(port)]
  const args = ['-D', launcher.dataDir, ...listen, ...durable, ...settings.flatMap((one) => ['-c', one])]
  const [program, all] = launcher.command(launcher.binaries.postgres, args)
  const server = spawn(program, all, { ...launcher.identity, stdio: ['ignore', 'pipe', 'pipe'], cwd: '/' })
  writeFileSync(log, '', { mode: 0o600 })
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      writeFileSync(log, chunk, { flag: 'a' })
    })
  }
  return server
}

async function untilReady(server: ChildProcess, url: string, log: string): Promise<void> {
  const administrative = url.replace(/\/alongside$/, '/postgres')
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (server.exitCode !== null) break
    const client = new pg.Client({ connectionString: administrative })
    try {
      await client.connect()
      const { rowCount } = await client.query(`select from pg_database where datname = 'alongside'`)
      if (rowCount === 0) await client.query('create database alongside')
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  throw new Error(`PostgreSQL did not start. Its own words:\n${readFileSync(log, 'utf8').slice(-2000)}`)
}
