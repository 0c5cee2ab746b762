import 'server-only'
import type { Transaction } from '@/lib/db/client'
import type { Evidence } from '@/lib/db/generated/client'
import { scanResults } from '@/lib/domain/evidence/file-problem'
import type { ScanResult } from '@/lib/domain/evidence/file-problem'
import type { SealedBoxRow } from '@/lib/sealing/box'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { evidenceFile } from '@/lib/sealing/evidence-box'
import type { SealedFile } from '@/lib/sealing/evidence-box'
import { findBoxes } from './find-boxes'

/** A file as staff read of it: what it is, and nothing of what is in it. */
export interface OpenedFile {
  readonly id: string
  readonly at: Date
  /** It was added later, with a return code. */
  readonly withCode: boolean
  readonly scan: ScanResult
  /** Null when it does not open or is not what its row says. */
  readonly file: Omit<SealedFile, 'key'> | null
}

type Open = (box: SealedBoxRow) => Promise<Record<string, string>>

/** The files of a submission in the order they came, still sealed. */
export async function findEvidence(tx: Transaction, submissionId: string) {
  const rows = await tx.evidence.findMany({
    where: { submissionId },
    orderBy: [{ arrivedAt: 'asc' }, { begunAt: 'asc' }, { id: 'asc' }],
  })
  const boxes = await findBoxes(
    tx,
    rows.flatMap(({ boxId }) => boxId ?? []),
  )
  return rows.map((row) => ({ row, box: boxes.get(row.boxId ?? '') }))
}

/** What they are. For `openSubmission`, which hands over the way to open them once the look is audited. */
export function openEvidence(
  found: Awaited<ReturnType<typeof findEvidence>>,
  open: Open,
): Promise<readonly OpenedFile[]> {
  return Promise.all(
    found.map(async ({ row, box }) => {
      const file = box === undefined ? null : await openFile(row, box, open)
      return {
        id: row.id,
        at: row.arrivedAt ?? row.begunAt,
        withCode: row.withCode,
        scan: scanOf(row.scan),
        file: file === null ? null : withoutKey(file),
      }
    }),
  )
}

/** What a scanner said; what is no answer of one is none. */
export function scanOf(text: string): ScanResult {
  return scanResults.find((one) => one === text) ?? 'unscanned'
}

/** What is sealed of a file, and the key of its pieces; null where it does not open or is another's. */
export async function openFile(
  { id, submissionId }: Pick<Evidence, 'id' | 'submissionId'>,
  box: SealedBoxRow,
  open: Open,
): Promise<SealedFile | null> {
  try {
    return evidenceFile({ id, submissionId: submissionId ?? '' }, await open(box))
  } catch (error) {
    if (error instanceof CannotOpenError) return null
    throw error
  }
}

function withoutKey({ name, kind, bytes, pieces, sha256 }: SealedFile): Omit<SealedFile, 'key'> {
  return { name, kind, bytes, pieces, sha256 }
}
