import { draftKey } from '@/app/_form/draft-cookie'
import { noteRefused } from '@/app/_form/note-refused'
import { problemPage } from '@/app/_form/problem-page'
import { seeOther } from '@/app/_form/see-other'
import { arrivingFiles, bringsFiles } from '../../_http/arriving-files'
import { filePost } from '../../_http/file-post'
import type { FileParams } from '../../_http/file-post'
import { addFiles } from '@/lib/commands/evidence/add-files'
import { sendFiles } from '@/lib/commands/evidence/send-files'
import { isSameOrigin } from '@/lib/edge/same-origin'

/** Takes files as they arrive and leads back to their page, which says of each what became of it. */
export function POST(request: Request, context: FileParams): Promise<Response> {
  return filePost(request, context, async ({ place, locale, page, lost }) => {
    const problem = !isSameOrigin(request.headers) ? 'other-site' : bringsFiles(request) ? null : 'wrong-type'
    if (problem !== null) {
      noteRefused(problem)
      return problemPage(problem, locale)
    }
    const cookie = await draftKey('public')
    const result = await addFiles({ cookie, place, files: arrivingFiles(request) })
    const sent = place === 'follow-up' && result !== 'gone' ? await sendFiles(cookie) : null
    if (result === 'gone' || sent === 'ended') return seeOther(lost)
    return seeOther(result === 'refused' || sent === 'full' ? `${page}#problem` : page)
  })
}
