import 'server-only'
import { PgBoss } from 'pg-boss'
import { log } from '@/lib/adapters/log'
import { env } from '@/lib/config/env'
import { requireTier } from '@/lib/config/tier'
import { withRole } from '@/lib/db/connect'
import { listen } from '@/lib/db/listen'
import { scheduledJobs } from './schedule'

/** The tables of pg-boss, made by a migration. */
const schema = 'jobs'

/** A worker that runs; call `stop` to let it finish what it is at. */
export interface Worker {
  readonly stop: () => Promise<void>
}

/**
 * Runs what is to be done by the clock, in this process. Of several workers one does each piece. A piece that fails is tried again
 * and is a line in the log; it stops nothing else.
 */
export async function startWorker(): Promise<Worker> {
  requireTier('staff', 'A worker')
  const boss = new PgBoss({
    connectionString: withRole('alongside_staff', env().DATABASE_URL),
    schema,
    migrate: false,
    createSchema: false,
    max: 3,
  })
  boss.on('error', () => {
    log('error', { event: 'jobs-unreachable' })
  })
  await boss.start()
  const listening: ReturnType<typeof listen>[] = []
  for (const { name, cron, run, wokenBy } of scheduledJobs) {
    // Of what is woken one waits at most: a hundred changes at once are one run.
    const policy = wokenBy === undefined ? 'singleton' : 'stately'
    await boss.createQueue(name, { policy, retryLimit: 2, expireInSeconds: 600 })
    await boss.schedule(name, cron, {}, { tz: 'UTC' })
    await boss.work(name, { pollingIntervalSeconds: 2 }, () => noted(name, run))
    // What was missed while no worker ran is not left for tomorrow.
    await boss.send(name)
    if (wokenBy === undefined) continue
    listening.push(listen(env().DATABASE_URL, wokenBy, sending(boss, name)))
  }
  return {
    stop: async () => {
      await Promise.all(listening.map(({ stop }) => stop()))
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}

/** Sends a piece; while one is being sent no other is: it begins after, and finds whatever was told meanwhile. */
function sending(boss: PgBoss, name: string): () => void {
  let busy = false
  return () => {
    if (busy) return
    busy = true
    void boss
      .send(name)
      .catch(() => null)
      .finally(() => {
        busy = false
      })
  }
}

async function noted(name: string, run: () => Promise<unknown>): Promise<void> {
  try {
    await run()
  } catch (error) {
    log('error', { event: 'job-failed', code: name })
    throw error
  }
}
