import 'server-only'
import { now } from '@/lib/adapters/clock'
import { log } from '@/lib/adapters/log'
import { noteIndexing, storeCaseIndex } from '@/lib/commands/case-index'
import type { CaseToIndex } from '@/lib/commands/case-index'
import { knownLinks, noteConflicts, noteLinkCheck, noteLinkChecked } from '@/lib/commands/link-checks'
import { env } from '@/lib/config/env'
import type { KnownLink } from '@/lib/queries/link-matches'
import { linkMatches, termsAndMatches } from '@/lib/queries/open-identifiers'
import { indexKeys } from '@/lib/sealing/blind-index'
import type { IndexKey } from '@/lib/sealing/blind-index'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'

const atOnce = 50
/** A run ends some time after so many; the next goes on. */
const mostInRun = 2_000

/** Cases that would not open: this process leaves them alone, so that each is one row of the audit and not one a minute. */
const unopened = new Set<string>()

/** Links whose comparing did not come to its end, and when this process tries again: each case of it is a row of the audit each time. */
const putOff = new Map<string, number>()
const untilAgain = 60 * 60_000

/**
 * Makes cases findable that are not yet, under the key the index has now, and gives how many; and keeps each from those whose declared
 * links it matches, old cases from those who declared one since. After `keys:renew-index` those are all of
 * them, some at a time.
 */
export async function indexNewCases(): Promise<number> {
  const [key, ...before] = indexKeys(env().KEY_DIR)
  const links = await knownLinks([key, ...before])
  let indexed = 0
  for (let seen = 0; seen < mostInRun; seen += atOnce) {
    const cases = await noteIndexing(key.id, [...unopened], atOnce)
    for (const one of cases) if (await index(one, key, links)) indexed += 1
    if (cases.length < atOnce) break
  }
  await compareNewLinks(links)
  return indexed
}

async function index(one: CaseToIndex, key: IndexKey, links: readonly KnownLink[]): Promise<boolean> {
  const { caseId } = one
  try {
    const { terms, matches } = await termsAndMatches(one, key, links)
    // First: what is in the index is compared no more. Where nobody would be left to read it, the links are left to be compared anew.
    await noteConflicts(caseId, matches)
    return await storeCaseIndex(one, key.id, terms)
  } catch (error) {
    if (!(error instanceof CannotOpenError)) throw error
    unopened.add(caseId)
    log('error', { event: 'case-not-indexed', code: error.name })
    return false
  }
}

/**
 * Links that were declared since, each compared with the open cases that the index says may match: until all of them were, and what was
 * found is kept. Whatever stops this halfway leaves the link for another time.
 */
async function compareNewLinks(links: readonly KnownLink[]): Promise<void> {
  const at = now().getTime()
  for (const link of links) {
    if (link.isChecked || (putOff.get(link.id) ?? 0) > at) continue
    if (await isCompared(link)) await noteLinkChecked(link.id)
    else putOff.set(link.id, at + untilAgain)
  }
}

async function isCompared(link: KnownLink): Promise<boolean> {
  let isWhole = true
  for (const { caseId, ...sealed } of await noteLinkCheck(link.id)) {
    try {
      if (!(await noteConflicts(caseId, await linkMatches(sealed, [link])))) isWhole = false
    } catch (error) {
      if (!(error instanceof CannotOpenError)) throw error
      isWhole = false
      log('error', { event: 'case-not-compared', code: error.name })
    }
  }
  return isWhole
}
