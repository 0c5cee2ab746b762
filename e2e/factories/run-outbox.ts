import { expect } from '@playwright/test'
import { asOwner } from './staff-accounts'

/** Wakes what sends, and waits until a run that began after that is over: what was due by the product's clock has gone out. */
export async function runOutbox(): Promise<void> {
  const since = await asOwner(async (database) => {
    const { rows } = await database.query<{ at: Date }>('SELECT clock_timestamp() AS at')
    await database.query(`SELECT pg_notify('alongside_outbound', '')`)
    return rows[0]?.at
  })
  const ended = () =>
    asOwner(async (database) => {
      const { rows } = await database.query(
        `SELECT FROM jobs.job WHERE name = 'send-outbound' AND state = 'completed' AND started_on >= $1`,
        [since],
      )
      return rows.length
    })
  await expect.poll(ended, { timeout: 60_000 }).toBeGreaterThan(0)
}
