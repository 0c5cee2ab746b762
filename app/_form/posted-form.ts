import 'server-only'
import { noteRefused } from './note-refused'
import { problemPage } from './problem-page'
import { readForm } from './read-form'
import { isSameOrigin } from '@/lib/edge/same-origin'
import type { Locale } from '@/lib/i18n/locales'

/** The fields of a form posted from our own pages, or the page that says why they were not taken. */
export async function postedForm(request: Request, locale: Locale): Promise<URLSearchParams | Response> {
  const form = isSameOrigin(request.headers) ? await readForm(request) : 'other-site'
  if (typeof form !== 'string') return form
  noteRefused(form)
  return problemPage(form, locale)
}
