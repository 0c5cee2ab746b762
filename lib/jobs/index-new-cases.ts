import 'server-only'
import { log } from '@/lib/adapters/log'
import { noteIndexing, storeCaseIndex } from '@/lib/commands/case-index'
import type { CaseToIndex } from '@/lib/commands/case-index'
import { env } from '@/lib/config/env'
import { termsOf } from '@/lib/queries/open-identifiers'
import { indexKeys } from '@/lib/sealing/blind-index'
import type { IndexKey } from '@/lib/sealing/blind-index'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'

const atOnce = 50
/** A run ends some time after so many; the next goes on. */
const mostInRun = 2_000

/** Cases that would not open: this process leaves them alone, so that each is one row of the audit and not one a minute. */
const unopened = new Set<string>()

/**
 * Makes cases findable that are not yet, under the key the index has now, and gives how many. After `keys:renew-index` those are all of
 * them, some at a time.
 */
export async function indexNewCases(): Promise<number> {
  const [key] = indexKeys(env().KEY_DIR)
  let indexed = 0
  for (let seen = 0; seen < mostInRun; seen += atOnce) {
    const cases = await noteIndexing(key.id, [...unopened], atOnce)
    for (const one of cases) if (await index(one, key)) indexed += 1
    if (cases.length < atOnce) break
  }
  return indexed
}

async function index({ caseId, box }: CaseToIndex, key: IndexKey): Promise<boolean> {
  try {
    return await storeCaseIndex(caseId, key.id, await termsOf(box, key))
  } catch (error) {
    if (!(error instanceof CannotOpenError)) throw error
    unopened.add(caseId)
    log('error', { event: 'case-not-indexed', code: error.name })
    return false
  }
}
