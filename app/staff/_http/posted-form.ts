import 'server-only'
import { noteRefused } from '@/app/_form/note-refused'
import { readForm } from '@/app/_form/read-form'
import type { FormProblem } from '@/app/_form/read-form'
import { isSameOrigin } from '@/lib/edge/same-origin'

export type PostProblem = FormProblem | 'foreign'

/** The fields of a form posted from one of our own pages, or what is wrong with it. */
export async function postedForm(request: Request): Promise<URLSearchParams | PostProblem> {
  const form = isSameOrigin(request.headers) ? await readForm(request) : 'foreign'
  if (typeof form === 'string') noteRefused(form)
  return form
}
