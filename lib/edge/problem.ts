import { currentForce } from '@/lib/config/current-force'
import { publicPaths } from '@/lib/config/paths'
import { directionOf } from '@/lib/i18n/locales'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

const kinds = {
  'too-large': { status: 413, words: 'tooLarge' },
  'wrong-type': { status: 415, words: 'wrongType' },
  'other-site': { status: 403, words: 'otherSite' },
  'not-found': { status: 404, words: 'notFound' },
  wrong: { status: 500, words: 'wrong' },
  // What no browser of somebody who uses our pages sends.
  malformed: { status: 400, words: 'odd' },
  'wrong-method': { status: 405, words: 'odd' },
  'too-slow': { status: 408, words: 'slow' },
  'no-length': { status: 411, words: 'odd' },
  'too-long': { status: 414, words: 'odd' },
  'no-expectations': { status: 417, words: 'odd' },
  'other-host': { status: 421, words: 'odd' },
  'too-many-headers': { status: 431, words: 'odd' },
  'no-such-method': { status: 501, words: 'odd' },
} as const

export type Problem = keyof typeof kinds

/** The status of a problem's answer. */
export function statusOf(problem: Problem): number {
  return kinds[problem].status
}

/** A page in plain words for what cannot be taken. It repeats nothing that was sent. `home`: where its one link leads. */
export function problemHtml(problem: Problem, locale: Locale, home = publicPaths.home(locale)): string {
  const t = translator(locale)
  const { words } = kinds[problem]
  const number = currentForce().routes.find(({ id }) => id === 'non-emergency')?.phone ?? ''
  const say = (key: string) =>
    escaped(t(`public.${key}`, { number, page: t(`public.problem.${words}Title`) }))
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say('site.title')}</title>
<link rel="stylesheet" href="/plain.css"><link rel="icon" href="/icon.svg">
<header><div><strong>${say('site.name')}</strong>
<a class="exit" href="${publicPaths.exit}" rel="noreferrer nofollow">${say('shell.exit')}</a></div></header>
<main><h1>${say(`problem.${words}Title`)}</h1>
<p>${say(`problem.${words}`)}</p>
<p><a href="${home}">${say('problem.home')}</a></p></main>
</html>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`)
}
