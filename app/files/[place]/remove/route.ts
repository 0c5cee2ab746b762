import { draftKey } from '@/app/_form/draft-cookie'
import { postedForm } from '@/app/_form/posted-form'
import { seeOther } from '@/app/_form/see-other'
import { filePost } from '../../_http/file-post'
import type { FileParams } from '../../_http/file-post'
import { removeFile } from '@/lib/commands/evidence/remove-file'

/** Destroys a file that is not sent and leads back to the others. */
export function POST(request: Request, context: FileParams): Promise<Response> {
  return filePost(request, context, async ({ place, locale, page }) => {
    const form = await postedForm(request, locale)
    if (form instanceof Response) return form
    await removeFile(await draftKey('public'), place, form.get('file') ?? '')
    return seeOther(page)
  })
}
