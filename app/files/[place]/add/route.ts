import { draftKey } from '@/app/_form/draft-cookie'
import { noteRefused } from '@/app/_form/note-refused'
import { problemPage } from '@/app/_form/problem-page'
import { seeOther } from '@/app/_form/see-other'
import { arrivingFiles, bringsFiles } from '../../_http/arriving-files'
import { filePost } from '../../_http/file-post'
import type { FileParams } from '../../_http/file-post'
import { addFiles } from '@/lib/commands/evidence/add-files'
import { isSameOrigin } from '@/lib/edge/same-origin'

/** Takes files as they arrive and leads back to their page, which says of each what became of it. */
export function POST(request: Request, context: FileParams): Promise<Response> {
  return filePost(request, context, async ({ place, locale, page, lost }) => {
    const problem = !isSameOrigin(request.headers) ? 'other-site' : bringsFiles(request) ? null : 'wrong-type'
    if (problem !== null) {
      noteRefused(problem)
      return problemPage(problem, locale)
    }
    const result = await addFiles({ cookie: await draftKey('public'), place, files: arrivingFiles(request) })
    if (result === 'gone') return seeOther(lost)
    return seeOther(result === 'refused' ? `${page}#problem` : page)
  })
}
