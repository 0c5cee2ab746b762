import 'server-only'
import { problemHtml, statusOf } from '@/lib/edge/problem'
import type { Problem } from '@/lib/edge/problem'
import type { Locale } from '@/lib/i18n/locales'

/** A page in plain words with its proper status, for what a Route Handler cannot take. It repeats nothing that was sent. */
export function problemPage(problem: Problem, locale: Locale): Response {
  return new Response(problemHtml(problem, locale), {
    status: statusOf(problem),
    headers: { 'content-type': 'text/html; charset=utf-8' },
  })
}
