import 'server-only'
import type { FileProblem } from '@/lib/domain/evidence/file-problem'
import { changeDraft } from '@/lib/drafts/change-draft'
import { openDraft } from '@/lib/drafts/read-draft'
import { filesAt, withFilesAt } from './file-place'
import type { FilePlace } from './file-place'
import { forgetFiles } from './unsent-rows'

/** Takes a file that is not sent out of the draft, and destroys it. One that is not there any more is no matter. `why`: what the page says of it. */
export async function removeFile(
  cookie: string | undefined,
  place: FilePlace,
  id: string,
  why: FileProblem | null = null,
): Promise<void> {
  const opened = await openDraft('public', cookie)
  const mine = filesAt(opened?.draft, place)?.held.some((file) => file.id === id) === true
  if (opened === null || !mine) return
  await changeDraft('public', cookie, (draft) => {
    const at = filesAt(draft, place)
    if (at === null) return draft
    const name = at.held.find((file) => file.id === id)?.name ?? ''
    const refused = why === null ? [] : [...at.refused, { name, problem: why }]
    return withFilesAt(draft, place, { held: at.held.filter((file) => file.id !== id), refused })
  })
  await forgetFiles(opened.keys.lookup, [id])
}
