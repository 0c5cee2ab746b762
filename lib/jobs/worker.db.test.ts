import { expect, it, vi } from 'vitest'
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

it('a worker does at once what was missed, with the rights of the desk’s server, and does it again when it fails', async () => {
  const worker = await startWorker()
  try {
    await vi.waitFor(() => expect(ran.count).toBeGreaterThanOrEqual(2), { timeout: 60_000, interval: 200 })
  } finally {
    await worker.stop()
  }
})
