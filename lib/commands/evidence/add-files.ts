import 'server-only'
import { cleanName } from '@/lib/domain/evidence/clean-name'
import type { FileProblem } from '@/lib/domain/evidence/file-problem'
import { mostFiles } from '@/lib/domain/evidence/limits'
import { changeDraft, reviseDraft } from '@/lib/drafts/change-draft'
import type { DraftFile, RefusedFile } from '@/lib/drafts/draft'
import { openDraft } from '@/lib/drafts/read-draft'
import { filesAt, withFilesAt } from './file-place'
import type { FilePlace } from './file-place'
import { keepFile } from './keep-file'
import type { ArrivingFile } from './keep-file'
import { forgetFiles } from './unsent-rows'

/** What a form with files posts. */
interface FilesPost {
  readonly cookie: string | undefined
  readonly place: FilePlace
  /** One after the other, as they arrive. */
  readonly files: AsyncIterable<ArrivingFile>
}

/** `gone`: there is nothing in this browser that they could be added to. */
export type FilesResult = 'added' | 'refused' | 'gone'

/**
 * Takes files one after the other. One that is not taken does not keep the next ones out, and of each the page says in words what is wrong
 * with it. Nothing else of the draft is touched.
 */
export async function addFiles({ cookie, place, files }: FilesPost): Promise<FilesResult> {
  const opened = await openDraft('public', cookie)
  if (opened === null || filesAt(opened.draft, place) === null) return 'gone'
  const { lookup } = opened.keys
  const refused: RefusedFile[] = []
  const refuse = (name: string, problem: FileProblem) =>
    refused.push({ name: cleanName(name) ?? '', problem })
  let arrived = 0
  for await (const file of files) {
    arrived += 1
    const kept = arrived > mostFiles ? 'too-many' : await keepFile(lookup, file)
    const problem = typeof kept === 'string' ? kept : await hold(cookie, place, lookup, kept)
    if (problem !== null) refuse(file.name, problem)
  }
  if (arrived === 0) refuse('', 'none')
  await changeDraft('public', cookie, (draft) => {
    const at = filesAt(draft, place)
    return at === null ? draft : withFilesAt(draft, place, { ...at, refused })
  })
  return refused.length === 0 ? 'added' : 'refused'
}

/** Puts a whole file into the draft; what is one too many is not kept. */
async function hold(
  cookie: string | undefined,
  place: FilePlace,
  lookup: Uint8Array,
  file: DraftFile,
): Promise<FileProblem | null> {
  const held = await reviseDraft('public', cookie, (draft) => {
    const at = filesAt(draft, place)
    if (at === null) return { draft, result: 'gone' as const }
    if (at.held.length >= mostFiles) return { draft, result: 'too-many' as const }
    return { draft: withFilesAt(draft, place, { ...at, held: [...at.held, file] }), result: null }
  })
  const problem = held === null ? ('gone' as const) : held.result
  if (problem !== null) await forgetFiles(lookup, [file.id])
  return problem
}
