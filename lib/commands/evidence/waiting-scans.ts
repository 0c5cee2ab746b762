import 'server-only'
import { now } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import type { ScanResult } from '@/lib/domain/evidence/file-problem'
import type { WaitingFile } from '@/lib/queries/open-waiting-file'

/** Some of them, the oldest first, but for some. That they are about to be opened is in the audit by the time they are given. For the job that scans. */
export function waitingFiles(except: readonly string[], most: number): Promise<readonly WaitingFile[]> {
  return deskDb().$queryRaw<WaitingFile[]>`
    SELECT id::text, submission_id::text AS "submissionId", box
      FROM evidence_to_scan(${now()}::timestamptz, ${[...except]}::uuid[], ${most}::integer)`
}

/** A sealed piece of one; null where it does not wait any more. */
export async function waitingPiece(id: string, place: number): Promise<Uint8Array | null> {
  const [row] = await deskDb().$queryRaw<{ piece: Uint8Array | null }[]>`
    SELECT evidence_waiting_piece(${id}::uuid, ${place}::integer) AS piece`
  return row?.piece ?? null
}

/** Keeps what the scanner said of one. */
export async function storeScan(id: string, scan: ScanResult): Promise<void> {
  await deskDb().$queryRaw`SELECT store_evidence_scan(${id}::uuid, ${scan}, ${now()}::timestamptz)::text`
}
