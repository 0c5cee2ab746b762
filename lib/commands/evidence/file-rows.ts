import 'server-only'
import type { DraftFile, DraftFiles, FileReceipt, WholeFile } from '@/lib/drafts/draft'
import { sealEvidence } from '@/lib/sealing/evidence-box'
import type { PublicKey } from '@/lib/sealing/key-ring'
import { boxRow } from '../intake-rows'

type ReadyFile = DraftFile & { readonly whole: WholeFile }

/** The files that are here from beginning to end: these are sent, and no others. */
export function readyFiles(files: DraftFiles | null | undefined): readonly ReadyFile[] {
  return (files?.held ?? []).flatMap((file) => (file.whole === null ? [] : [{ ...file, whole: file.whole }]))
}

/** What the sender has in hand of each: its name, its size and its digest. */
export function receiptsOf(files: readonly ReadyFile[]): readonly FileReceipt[] {
  return files.map(({ name, whole: { bytes, sha256 } }) => ({ name, bytes, sha256 }))
}

/** Rows that make files a submission's, each with a box of its own. */
export function fileRows(
  files: readonly ReadyFile[],
  about: { readonly submissionId: string; readonly reporter: PublicKey | null; readonly at: Date },
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return Promise.all(
    files.map(async ({ id, key, name, whole: { kind, bytes, pieces, sha256 } }) => {
      const sealed = { name, kind, bytes, pieces, sha256, key }
      const box = await sealEvidence({ submissionId: about.submissionId, id }, sealed, about.reporter)
      return { id, box: boxRow(box, about.at) }
    }),
  )
}
