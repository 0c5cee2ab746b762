import { expect, it, vi } from 'vitest'
import { env } from '@/lib/config/env'
import { deskDb } from '@/lib/db/client'
import { asSuperuser } from '../../scripts/testing/as-superuser'
import { listen } from './listen'

const channel = 'alongside_test_listening'
const tell = () => deskDb().$executeRaw`SELECT pg_notify(${channel}, '')`
const superuserUrl = () => env().MIGRATE_DATABASE_URL ?? env().DATABASE_URL
const soon = { timeout: 20_000, interval: 50 }

it('is told what the database says, also after the connection was lost, and nothing once it stopped', async () => {
  const told = vi.fn()
  const listening = listen(env().DATABASE_URL, channel, told)
  try {
    await vi.waitFor(() => {
      expect(told).toHaveBeenCalledTimes(1)
    }, soon)
    await tell()
    await vi.waitFor(() => {
      expect(told).toHaveBeenCalledTimes(2)
    }, soon)
    await asSuperuser(superuserUrl(), [
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN "${channel}"'`,
    ])
    // Once for what may have been missed meanwhile.
    await vi.waitFor(() => {
      expect(told).toHaveBeenCalledTimes(3)
    }, soon)
    await tell()
    await vi.waitFor(() => {
      expect(told).toHaveBeenCalledTimes(4)
    }, soon)
  } finally {
    await listening.stop()
  }
  await tell()
  expect(told).toHaveBeenCalledTimes(4)
}, 60_000)
