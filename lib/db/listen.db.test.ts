import { expect, it } from 'vitest'
import { env } from '@/lib/config/env'
import { deskDb } from '@/lib/db/client'
import { asSuperuser } from '../../scripts/testing/as-superuser'
import { listen } from './listen'

const channel = 'alongside_test_listening'
const tell = () => deskDb().$executeRaw`SELECT pg_notify(${channel}, '')`
const superuserUrl = () => env().MIGRATE_DATABASE_URL ?? env().DATABASE_URL

/** Counts how often it is told, and lets a test wait for a time of that. */
function counted() {
  let count = 0
  const waiting = new Map<number, () => void>()
  return {
    told: () => {
      count += 1
      waiting.get(count)?.()
    },
    times: (wanted: number) =>
      count >= wanted
        ? Promise.resolve()
        : new Promise<void>((resolve) => {
            waiting.set(wanted, resolve)
          }),
    count: () => count,
  }
}

it('is told what the database says, also after the connection was lost, and nothing once it stopped', async () => {
  const { told, times, count } = counted()
  const listening = listen(env().DATABASE_URL, channel, told)
  try {
    await times(1)
    await tell()
    await times(2)
    await asSuperuser(superuserUrl(), [
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN "${channel}"'`,
    ])
    // Once for what may have been missed meanwhile.
    await times(3)
    await tell()
    await times(4)
  } finally {
    await listening.stop()
  }
  await tell()
  expect(count()).toBe(4)
}, 60_000)
