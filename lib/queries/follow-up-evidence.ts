import 'server-only'
import { publicDb } from '@/lib/db/client'
import type { ScanResult } from '@/lib/domain/evidence/file-problem'
import type { FollowUp } from '@/lib/drafts/draft'
import { keyOf } from '@/lib/drafts/follow-up-key'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { evidenceFile } from '@/lib/sealing/evidence-box'
import type { SealedFile } from '@/lib/sealing/evidence-box'
import { openAsReporter } from '@/lib/sealing/open-as-reporter'
import { readBox } from '@/lib/sealing/read-box'
import { scanOf } from './open-evidence'

/** A file that somebody sent, as they see it again: the receipt, and never the file. */
export interface FollowUpFile extends Pick<SealedFile, 'name' | 'kind' | 'bytes' | 'sha256'> {
  readonly id: string
  readonly scan: ScanResult
}

interface Row {
  readonly id: string
  readonly scan: string
  readonly box: unknown
}

/** What was sent with a report whose code is open, opened with the code's own key. One that does not open is left out. */
export async function followUpEvidence(followUp: FollowUp): Promise<readonly FollowUpFile[]> {
  const rows = await publicDb().$queryRaw<Row[]>`
    select id::text, scan, box from follow_up_evidence(${followUp.submissionId}::uuid, ${await keyOf(followUp)}::bytea)`
  const files = await Promise.all(rows.map((row) => open(row, followUp)))
  return files.flatMap((file) => file ?? [])
}

async function open({ id, scan, box }: Row, followUp: FollowUp): Promise<FollowUpFile | null> {
  const { submissionId, privateKey } = followUp
  try {
    const opened = await openAsReporter(readBox(box), submissionId, Buffer.from(privateKey, 'base64'))
    const { name, kind, bytes, sha256 } = evidenceFile({ submissionId, id }, opened)
    return { id, scan: scanOf(scan), name, kind, bytes, sha256 }
  } catch (error) {
    if (error instanceof CannotOpenError) return null
    throw error
  }
}
