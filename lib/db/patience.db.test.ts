import { expect, it } from 'vitest'
import { ownerDb } from '@/lib/db/owner'
import { wordsOf } from '@/scripts/run/plain-errors'
import { patience, waitAsProgram } from './patience'

it('says of a transaction that took too long that it did, and not that another database was meant', async () => {
  const endless = ownerDb().$transaction(
    async (tx) => {
      for (;;) await tx.$queryRaw`SELECT 1`
    },
    { timeout: 1 },
  )
  const words = await endless.then(String, wordsOf)
  expect(words).toMatch(/^The database took too long: .* try again: .*transaction/u)
  expect(words).not.toContain('DATABASE_URL')
})

it('is longer of a program than of a page', () => {
  const ofPage = patience()
  waitAsProgram()
  expect(patience().maxWait).toBeGreaterThan(ofPage.maxWait)
  expect(patience().timeout).toBeGreaterThan(ofPage.timeout)
})
