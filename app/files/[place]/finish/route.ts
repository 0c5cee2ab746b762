import { draftKey } from '@/app/_form/draft-cookie'
import { postedForm } from '@/app/_form/posted-form'
import { filePost } from '../../_http/file-post'
import type { FileParams } from '../../_http/file-post'
import { uploadAnswer } from '../../_http/upload-answer'
import { sendFiles } from '@/lib/commands/evidence/send-files'
import { finishUpload } from '@/lib/commands/evidence/upload-file'

/** Says that the last piece of a file has gone. With a return code it is sent at once. */
export function POST(request: Request, context: FileParams): Promise<Response> {
  return filePost(request, context, async ({ place, locale }) => {
    const form = await postedForm(request, locale)
    if (form instanceof Response) return form
    const cookie = await draftKey('public')
    const id = form.get('file') ?? ''
    const problem = await finishUpload({ cookie, place }, id)
    const sent = problem === null && place === 'follow-up' ? await sendFiles(cookie) : null
    const late = sent === 'full' ? ('today-full' as const) : sent === 'ended' ? ('gone' as const) : null
    const wrong = problem ?? late
    return uploadAnswer(wrong === null ? { id, next: 0 } : { problem: wrong })
  })
}
