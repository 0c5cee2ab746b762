// For the tests that come to the database in this process: at the end of each file every read has to have its row.
import sodium from 'libsodium-wrappers-sumo'
import { afterAll } from 'vitest'
import { noteOpens, type Opened } from './note-opens.ts'
import { isTestLooking } from './own-eyes.ts'
import { reconcile } from './reconcile.ts'
import { addReads } from './tell-reads.ts'

const reads: { readonly opened: Opened; readonly url: string }[] = []

await sodium.ready
noteOpens(sodium, (opened) => {
  if (!isTestLooking()) reads.push({ opened, url: process.env.MIGRATE_DATABASE_URL ?? '' })
})

afterAll(async () => {
  for (const [url, some] of Map.groupBy(reads, (read) => read.url)) {
    const found = await reconcile(
      some.map(({ opened }) => opened),
      url,
    )
    addReads(found)
    if (found.without.length > 0)
      throw new Error(
        `${String(found.without.length)} of ${String(found.reads)} reads have no row in the audit: ${JSON.stringify(found.without.slice(0, 5))}`,
      )
  }
})
