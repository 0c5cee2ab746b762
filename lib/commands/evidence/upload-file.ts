import 'server-only'
import { randomUUID } from 'node:crypto'
import { cleanName } from '@/lib/domain/evidence/clean-name'
import { fileKindOf } from '@/lib/domain/evidence/file-kind'
import type { FileProblem } from '@/lib/domain/evidence/file-problem'
import { mostBytes, mostFiles } from '@/lib/domain/evidence/limits'
import { changeDraft, reviseDraft } from '@/lib/drafts/change-draft'
import type { DraftFile, RefusedFile } from '@/lib/drafts/draft'
import { openDraft } from '@/lib/drafts/read-draft'
import { newFileKey, sealPiece } from '@/lib/sealing/evidence-piece'
import { filesAt, withFilesAt } from './file-place'
import type { FilePlace } from './file-place'
import { removeFile } from './remove-file'
import { addPiece, beginFile, forgetFiles, stateOfFile } from './unsent-rows'
import { wholeFile } from './whole-file'

/** Where a file of a script's goes. */
interface Upload {
  readonly cookie: string | undefined
  readonly place: FilePlace
}

/** How far a file has come, in pieces; or why it is not taken. */
export type UploadState = { readonly id: string; readonly next: number } | { readonly problem: FileProblem }

/** What is said of a file before its first piece. */
interface Announced {
  readonly name: string
  readonly size: number
  /** By what the same browser knows the same file again. */
  readonly mark: string
  /** It is the first of those that were chosen together: what was wrong with others before is not said any more. */
  readonly first: boolean
}

/** Begins a file, or goes on with the same one where it stood: after a line that went dead, or a page that was loaded anew. */
export async function beginUpload(upload: Upload, announced: Announced): Promise<UploadState> {
  const { cookie, place } = upload
  if (announced.first) await changeRefused(upload, () => [])
  const state = await begin(upload, announced)
  if ('problem' in state && state.problem !== 'busy') {
    const { problem } = state
    const name = cleanName(announced.name) ?? ''
    await changeRefused({ cookie, place }, (before) => [...before, { name, problem }])
  }
  return state
}

async function changeRefused(
  { cookie, place }: Upload,
  change: (refused: readonly RefusedFile[]) => readonly RefusedFile[],
): Promise<void> {
  await changeDraft('public', cookie, (draft) => {
    const at = filesAt(draft, place)
    return at === null ? draft : withFilesAt(draft, place, { ...at, refused: change(at.refused) })
  })
}

async function begin(upload: Upload, announced: Announced): Promise<UploadState> {
  const opened = await openDraft('public', upload.cookie)
  const files = filesAt(opened?.draft, upload.place)
  if (opened === null || files === null) return { problem: 'gone' }
  if (announced.size === 0) return { problem: 'empty' }
  if (announced.size > mostBytes) return { problem: 'too-large' }
  const { lookup } = opened.keys
  const known = files.held.find(({ whole, mark }) => whole === null && mark === announced.mark)
  const state = known === undefined ? null : await stateOfFile({ lookup, id: known.id })
  return known !== undefined && state !== null
    ? { id: known.id, next: state.pieces }
    : hold(upload, announced, lookup)
}

/** Makes room for a new file, in the draft too: by that it is found again. */
async function hold(
  { cookie, place }: Upload,
  { name, mark }: Announced,
  lookup: Uint8Array,
): Promise<UploadState> {
  const id = randomUUID()
  const begun = await beginFile({ lookup, id })
  if (begun !== 'begun') return { problem: begun }
  const key = Buffer.from(await newFileKey()).toString('base64')
  const file: DraftFile = { id, key, name: cleanName(name) ?? '', whole: null, mark }
  const held = await reviseDraft('public', cookie, (draft) => {
    const at = filesAt(draft, place)
    if (at === null || at.held.length >= mostFiles) return { draft, result: false }
    return { draft: withFilesAt(draft, place, { ...at, held: [...at.held, file] }), result: true }
  })
  if (held?.result === true) return { id, next: 0 }
  await forgetFiles(lookup, [id])
  return { problem: 'too-many' }
}

/** Takes the next piece. `next` is the piece that is waited for, also where this one came twice or too early. */
export async function takePiece(
  { cookie, place }: Upload,
  { id, at, bytes }: { readonly id: string; readonly at: number; readonly bytes: Uint8Array },
): Promise<UploadState> {
  const opened = await openDraft('public', cookie)
  const file = filesAt(opened?.draft, place)?.held.find((one) => one.id === id && one.whole === null)
  if (opened === null || file === undefined) return { problem: 'gone' }
  if (at === 0 && fileKindOf(bytes) === null) {
    await removeFile(cookie, place, id, 'kind')
    return { problem: 'kind' }
  }
  const { lookup } = opened.keys
  const ciphertext = await sealPiece({ fileId: id, at }, bytes, Buffer.from(file.key, 'base64'))
  const outcome = await addPiece({ lookup, id }, { place: at, bytes: bytes.length, ciphertext })
  if (outcome === 'added') return { id, next: at + 1 }
  if (outcome === 'moved') return { id, next: (await stateOfFile({ lookup, id }))?.pieces ?? 0 }
  // What cannot be taken now can later, from where it stands.
  if (outcome === 'too-large') await removeFile(cookie, place, id, outcome)
  return { problem: outcome }
}

/** Says that all of a file is here. What it turned out to be is in the draft from then on; null where it is taken. */
export async function finishUpload({ cookie, place }: Upload, id: string): Promise<FileProblem | null> {
  const opened = await openDraft('public', cookie)
  const file = filesAt(opened?.draft, place)?.held.find((one) => one.id === id)
  if (opened === null || file === undefined) return 'gone'
  if (file.whole !== null) return null
  const whole = await wholeFile(opened.keys.lookup, file)
  if (typeof whole === 'string') {
    await removeFile(cookie, place, id, whole)
    return whole
  }
  await changeDraft('public', cookie, (draft) => {
    const at = filesAt(draft, place)
    if (at === null) return draft
    return withFilesAt(draft, place, {
      ...at,
      held: at.held.map((one) => (one.id === id ? { ...one, whole } : one)),
    })
  })
  return null
}
