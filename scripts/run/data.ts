import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onEnd } from './ending.ts'
import { startCluster, type Cluster } from '../postgres/cluster.ts'
import { root } from './project.ts'

/** Where the embedded database and its keys are. */
export const dataDir = process.env.DATA_DIR ?? join(root, '.data')

const record = (dir: string) => join(dir, 'running.json')

interface Running {
  readonly owner: number
  /** When that process began: numbers of processes are used again. */
  readonly begun: string
  readonly url: string
  /** What whoever started it chose, for commands given from another shell. */
  readonly settings: Readonly<Record<string, string>>
}

/**
 * Starts the embedded database in `dir`, once: a second start in the same folder is refused in words. `settings` are kept
 * with it while it runs.
 */
export async function startData(dir: string, settings: Running['settings'] = {}): Promise<Cluster> {
  const other = runningIn(dir)
  if (other !== null)
    throw new Error(`Alongside already runs from this folder (process ${String(other.owner)}).`)
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const cluster = await startCluster(join(dir, 'postgres'))
  noteRunning(dir, cluster.url, settings)
  const forget = () => {
    rmSync(record(dir), { force: true })
    return Promise.resolve()
  }
  onEnd(forget)
  const stop = async () => {
    await cluster.stop()
    await forget()
  }
  return { ...cluster, stop }
}

/** Writes down that this process runs the database at `url` in `dir`. */
export function noteRunning(dir: string, url: string, settings: Running['settings']): void {
  const running: Running = { owner: process.pid, begun: begunOf(process.pid), url, settings }
  // Written whole or not at all: a reader never sees half of it.
  writeFileSync(`${record(dir)}.new`, JSON.stringify(running), { mode: 0o600 })
  renameSync(`${record(dir)}.new`, record(dir))
}

/** What runs in `dir` now, or null. */
export function runningIn(dir: string): Running | null {
  const running = readRecord(dir)
  if (running === null || running.owner === process.pid) return null
  return isAlive(running.owner) && begunOf(running.owner) === running.begun ? running : null
}

/** The record in `dir`; null when there is none, or none that can be read. */
function readRecord(dir: string): Running | null {
  try {
    return JSON.parse(readFileSync(record(dir), 'utf8')) as Running
  } catch {
    return null
  }
}

/** When a process began, in the kernel's ticks; empty where the system does not say. */
function begunOf(pid: number): string {
  try {
    const [, after = ''] = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').split(') ')
    return after.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
