import 'server-only'
import { now } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import { linkKinds } from '@/lib/domain/declared-link'
import type { KnownLink, LinkMatches } from '@/lib/queries/link-matches'
import type { IndexKey } from '@/lib/sealing/blind-index'
import { readSealedAnswers } from '@/lib/sealing/sealed-answers'
import type { SealedAnswers, SealedAnswersRow } from '@/lib/sealing/sealed-answers'

/*
 * For the job that compares cases with what staff declared. Nobody is signed in: the database refuses whoever is.
 */

/** A case that may match a link, its answers still sealed. */
interface CaseToCompare extends SealedAnswers {
  readonly caseId: string
}

interface LinkRow {
  readonly id: string
  readonly accountId: string
  readonly kind: string
  readonly keyId: string
  readonly hash: Uint8Array
  readonly surnameHash: Uint8Array | null
  readonly isChecked: boolean
}

/** The links of everybody who is here, as far as the keys they are hashed under are there. */
export async function knownLinks(keys: readonly IndexKey[]): Promise<readonly KnownLink[]> {
  const rows = await deskDb().$queryRaw<LinkRow[]>`
    SELECT id::text, account_id::text AS "accountId", kind, key_id AS "keyId", hash, surname_hash AS "surnameHash",
           checked AS "isChecked"
      FROM declared_links()`
  return rows.flatMap(({ kind: text, keyId, ...link }) => {
    const kind = linkKinds.find((known) => known === text)
    const key = keys.find(({ id }) => id === keyId)
    return kind === undefined || key === undefined ? [] : [{ ...link, kind, key }]
  })
}

/** The open cases that may match a new link, their answers still sealed. That they are about to be opened is in the audit by then. */
export async function noteLinkCheck(linkId: string): Promise<readonly CaseToCompare[]> {
  const rows = await deskDb().$queryRaw<(SealedAnswersRow & { id: string })[]>`
    SELECT case_id::text AS id, box, plan FROM note_link_check(${linkId}::uuid, ${now()}::timestamptz)`
  return rows.map(({ id, ...row }) => ({ caseId: id, ...readSealedAnswers(row) }))
}

/** Notes that a link was compared with every case that `noteLinkCheck` gave for it: from then on only with what is new. */
export async function noteLinkChecked(linkId: string): Promise<void> {
  await deskDb().$queryRaw`SELECT note_link_checked(${linkId}::uuid, ${now()}::timestamptz)::text`
}

/** Keeps a case from those it has a conflict with. False where nobody would be left to read a sealed one: it is not changed then, and their links count as not compared. */
export async function noteConflicts(caseId: string, { conflicted, possible }: LinkMatches): Promise<boolean> {
  if (conflicted.length === 0 && possible.length === 0) return true
  const [row] = await deskDb().$queryRaw<{ noted: boolean }[]>`
    SELECT note_conflicts(${caseId}::uuid, ${[...conflicted]}::uuid[], ${[...possible]}::uuid[], ${now()}::timestamptz) AS noted`
  return row?.noted === true
}
