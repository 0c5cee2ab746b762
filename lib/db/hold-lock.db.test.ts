import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import { asSuperuser } from '../../scripts/testing/as-superuser'
import { holdLock, whileAlone } from './hold-lock'

const url = () => env().DATABASE_URL
const superuserUrl = () => env().MIGRATE_DATABASE_URL ?? url()

/** Ends the connection that holds this lock, and waits until nobody does. */
async function lose(name: string): Promise<void> {
  const key = `(hashtextextended('${name}', 0))`
  const held = `FROM pg_locks WHERE locktype = 'advisory' AND ((classid::bigint << 32) | objid::bigint) = ${key}
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`
  await asSuperuser(superuserUrl(), [`SELECT pg_terminate_backend(pid, 5000) ${held}`])
  const [row] = await ownerDb().$queryRawUnsafe<{ held: number }[]>(
    `SELECT count(*)::integer AS held ${held}`,
  )
  expect(row?.held).toBe(0)
}

it('does what is done by one at a time, and lets the next at it afterwards', async () => {
  const name = randomUUID()
  const alone = await whileAlone(url(), name, async () => {
    expect(await whileAlone(url(), name, () => Promise.resolve('too'))).toBeNull()
    return 'done'
  })
  expect(alone).toBe('done')
  expect(await whileAlone(url(), name, () => Promise.resolve('next'))).toBe('next')
  const failed = whileAlone(url(), name, () => Promise.reject(new Error('its own')))
  await expect(failed).rejects.toThrow('its own')
})

it('says that its lock was lost meanwhile, and breaks nothing else by it', async () => {
  const name = randomUUID()
  const work = async () => {
    await lose(name)
    return 'done'
  }
  await expect(whileAlone(url(), name, work)).rejects.toThrow(/was lost/)
  await expect(holdLock(superuserUrl(), name, 'busy', work)).rejects.toThrow(/was lost/)
  expect(await holdLock(superuserUrl(), name, 'busy', () => Promise.resolve('again'))).toBe('again')
})
