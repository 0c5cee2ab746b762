import { draftKey } from '@/app/_form/draft-cookie'
import { postedForm } from '@/app/_form/posted-form'
import { filePost } from '../../_http/file-post'
import type { FileParams } from '../../_http/file-post'
import { uploadAnswer } from '../../_http/upload-answer'
import { beginUpload } from '@/lib/commands/evidence/upload-file'

/** Begins a file that the page's script sends in pieces, or says how far it has come already. */
export function POST(request: Request, context: FileParams): Promise<Response> {
  return filePost(request, context, async ({ place, locale }) => {
    const form = await postedForm(request, locale)
    if (form instanceof Response) return form
    const announced = {
      name: form.get('name') ?? '',
      size: Number(form.get('size') ?? 0),
      mark: (form.get('mark') ?? '').slice(0, 300),
      first: form.get('first') === 'yes',
    }
    const state = await beginUpload({ cookie: await draftKey('public'), place }, announced)
    return uploadAnswer(state)
  })
}
