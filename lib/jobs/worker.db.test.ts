import { expect, it, vi } from 'vitest'
import { env } from '@/lib/config/env'
import { asSuperuser } from '../../scripts/testing/as-superuser'
import { startWorker } from './worker'

const ran = vi.hoisted(() => ({ count: 0, fail: true }))
vi.mock('./schedule', () => ({
  scheduledJobs: [
    {
      name: 'test-job',
      cron: '* * * * *',
      run: () => {
        ran.count += 1
        if (!ran.fail) return Promise.resolve()
        ran.fail = false
        return Promise.reject(new Error('not this time'))
      },
    },
  ],
}))

/** Puts a piece of work in the queue, as the clock would. */
const send = () =>
  asSuperuser(env().MIGRATE_DATABASE_URL ?? env().DATABASE_URL, [
    `INSERT INTO jobs.job (name, retry_limit, retry_delay) VALUES ('test-job', 2, 0)`,
  ])

it('a worker does what is due with the rights of the desk’s server, and does it again when it fails', async () => {
  const worker = await startWorker()
  try {
    await send()
    await vi.waitFor(() => expect(ran.count).toBeGreaterThanOrEqual(2), { timeout: 60_000, interval: 200 })
  } finally {
    await worker.stop()
  }
})
