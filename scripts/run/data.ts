import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startCluster, type Cluster } from '../postgres/cluster.ts'

const record = (dir: string) => join(dir, 'running.json')

interface Running {
  readonly owner: number
  readonly url: string
}

/** Starts the embedded database in `dir`, once: a second start in the same folder is refused in words. */
export async function startData(dir: string): Promise<Cluster> {
  const other = runningIn(dir)
  if (other !== null)
    throw new Error(`Alongside already runs from this folder (process ${String(other.owner)}).`)
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const cluster = await startCluster(join(dir, 'postgres'))
  const running: Running = { owner: process.pid, url: cluster.url }
  writeFileSync(record(dir), JSON.stringify(running), { mode: 0o600 })
  const stop = async () => {
    await cluster.stop()
    rmSync(record(dir), { force: true })
  }
  return { ...cluster, stop }
}

/** What runs in `dir` now, or null. */
export function runningIn(dir: string): Running | null {
  if (!existsSync(record(dir))) return null
  const running = JSON.parse(readFileSync(record(dir), 'utf8')) as Running
  return isAlive(running.owner) ? running : null
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
