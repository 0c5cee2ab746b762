import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { publicPaths } from '@/lib/config/paths'
import { directionOf } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import type { FormProblem } from './read-form'
import type { Locale } from '@/lib/i18n/locales'

export type Problem = FormProblem | 'other-site' | 'not-found' | 'wrong'

const kinds: Record<Problem, { readonly status: number; readonly words: string }> = {
  'too-large': { status: 413, words: 'tooLarge' },
  'wrong-type': { status: 415, words: 'wrongType' },
  'other-site': { status: 403, words: 'otherSite' },
  'not-found': { status: 404, words: 'notFound' },
  wrong: { status: 500, words: 'wrong' },
}

/** A page in plain words with its proper status, for what a Route Handler cannot take. It repeats nothing that was sent. */
export function problemPage(problem: Problem, locale: Locale): Response {
  const t = translator(locale)
  const { status, words } = kinds[problem]
  const number = currentForce().routes.find(({ id }) => id === 'non-emergency')?.phone ?? ''
  const say = (key: string) =>
    escaped(t(`public.${key}`, { number, page: t(`public.problem.${words}Title`) }))
  const html = `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say('site.title')}</title>
<link rel="stylesheet" href="/plain.css"><link rel="icon" href="/icon.svg">
<header><div><strong>${say('site.name')}</strong>
<a class="exit" href="${publicPaths.exit}" rel="noreferrer nofollow">${say('shell.exit')}</a></div></header>
<main><h1>${say(`problem.${words}Title`)}</h1>
<p>${say(`problem.${words}`)}</p>
<p><a href="${publicPaths.home(locale)}">${say('problem.home')}</a></p></main>
</html>`
  return new Response(html, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`)
}
