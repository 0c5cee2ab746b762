import 'server-only'
import { now } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import type { SealedBoxRow } from '@/lib/sealing/box'
import type { BlindTerm } from '@/lib/sealing/blind-index'
import { readBox } from '@/lib/sealing/read-box'

/** A case that is to be indexed, its answers still sealed. */
export interface CaseToIndex {
  readonly caseId: string
  readonly box: SealedBoxRow
}

/**
 * Up to `most` cases that the index has nothing of under a key, the newest first, but for some. That they are about to be opened is
 * in the audit, and committed, by the time they are given. For the job that makes the index.
 */
export async function noteIndexing(
  keyId: string,
  except: readonly string[],
  most: number,
): Promise<readonly CaseToIndex[]> {
  const rows = await deskDb().$queryRaw<{ id: string; box: unknown }[]>`
    SELECT case_id::text AS id, box
      FROM note_indexing(${keyId}, ${now()}::timestamptz, ${[...except]}::uuid[], ${most}::integer)`
  return rows.map(({ id, box }) => ({ caseId: id, box: readBox(box) }))
}

/** Puts what a case is found by in the place of what it was. Whether it did: somebody else may have, and the case may be gone. */
export async function storeCaseIndex(
  caseId: string,
  keyId: string,
  terms: readonly BlindTerm[],
): Promise<boolean> {
  const rows = JSON.stringify(
    terms.map(({ kind, term }) => ({ kind, term: Buffer.from(term).toString('base64') })),
  )
  const [row] = await deskDb().$queryRaw<{ stored: boolean }[]>`
    SELECT store_case_index(${caseId}::uuid, ${keyId}, ${rows}::jsonb) AS stored`
  return row?.stored === true
}
