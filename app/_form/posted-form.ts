import 'server-only'
import { problemPage } from './problem-page'
import { readForm } from './read-form'
import { isSameOrigin } from '@/lib/edge/same-origin'
import type { Locale } from '@/lib/i18n/locales'

/** The fields of a form posted from our own pages, or the page that says why they were not taken. */
export async function postedForm(request: Request, locale: Locale): Promise<URLSearchParams | Response> {
  if (!isSameOrigin(request.headers)) return problemPage('other-site', locale)
  const form = await readForm(request)
  return typeof form === 'string' ? problemPage(form, locale) : form
}
