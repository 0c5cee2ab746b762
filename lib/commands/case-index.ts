import 'server-only'
import { now } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import type { BlindTerm } from '@/lib/sealing/blind-index'
import { readSealedAnswers } from '@/lib/sealing/sealed-answers'
import type { SealedAnswers, SealedAnswersRow } from '@/lib/sealing/sealed-answers'

/** A case that is to be indexed, its answers still sealed, and by which plan they are reached. */
export interface CaseToIndex extends SealedAnswers {
  readonly caseId: string
  readonly planVersion: number
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
  const rows = await deskDb().$queryRaw<(SealedAnswersRow & { id: string; planVersion: number })[]>`
    SELECT case_id::text AS id, box, plan, plan_version AS "planVersion"
      FROM note_indexing(${keyId}, ${now()}::timestamptz, ${[...except]}::uuid[], ${most}::integer)`
  return rows.map(({ id, planVersion, ...row }) => ({ caseId: id, planVersion, ...readSealedAnswers(row) }))
}

/**
 * Puts what a case is found by in the place of what it was. Whether it did: somebody else may have, the case may be gone, and another plan
 * may hold by now.
 */
export async function storeCaseIndex(
  { caseId, planVersion }: Pick<CaseToIndex, 'caseId' | 'planVersion'>,
  keyId: string,
  terms: readonly BlindTerm[],
): Promise<boolean> {
  const rows = JSON.stringify(
    terms.map(({ kind, term }) => ({ kind, term: Buffer.from(term).toString('base64') })),
  )
  const [row] = await deskDb().$queryRaw<{ stored: boolean }[]>`
    SELECT store_case_index(${caseId}::uuid, ${planVersion}::integer, ${keyId}, ${rows}::jsonb) AS stored`
  return row?.stored === true
}
