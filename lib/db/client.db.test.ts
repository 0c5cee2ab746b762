import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'

test('commits are durable: the server waits for its disk', async () => {
  const [row] = await db().$queryRaw<{ fsync: string; commit: string }[]>`
    select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`
  expect(row).toEqual({ fsync: 'on', commit: 'on' })
})
