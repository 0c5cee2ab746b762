import { currentForce } from '@/lib/config/current-force'
import { publicPaths, staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Role } from '@/lib/domain/words'
import { directionOf } from '@/lib/i18n/locales'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'

const kinds = {
  'too-large': { status: 413, words: 'tooLarge' },
  'wrong-type': { status: 415, words: 'wrongType' },
  'other-site': { status: 403, words: 'otherSite' },
  'not-found': { status: 404, words: 'notFound' },
  wrong: { status: 500, words: 'wrong' },
  // There is no room to write that it was done, so it was not.
  'not-logged': { status: 503, words: 'notLogged' },
  // An address of a form that is typed, or opened again from the history.
  'wrong-method': { status: 405, words: 'wrongMethod' },
  // What no browser of somebody who uses our pages sends.
  malformed: { status: 400, words: 'odd' },
  'too-slow': { status: 408, words: 'slow' },
  'no-length': { status: 411, words: 'odd' },
  'too-long': { status: 414, words: 'odd' },
  'no-expectations': { status: 417, words: 'odd' },
  'other-host': { status: 421, words: 'odd' },
  'too-many-headers': { status: 431, words: 'odd' },
  'no-such-method': { status: 501, words: 'odd' },
} as const

export type Problem = keyof typeof kinds

/** Whose frame a page of a problem has: that of the public pages in a language, or the desk's. */
export type ProblemFrame = Locale | 'desk'

/** The status of a problem's answer. */
export function statusOf(problem: Problem): number {
  return kinds[problem].status
}

/** A page in plain words for what cannot be taken. It repeats nothing that was sent. `role`: of whoever is signed in at the desk. */
export function problemHtml(problem: Problem, frame: ProblemFrame, role: Role | null = null): string {
  const { words } = kinds[problem]
  return frame === 'desk' ? deskHtml(words, role) : publicHtml(words, frame)
}

type Words = (typeof kinds)[Problem]['words']

function publicHtml(words: Words, locale: Locale): string {
  const t = translator(locale)
  const emergency = phoneOf('emergency')
  const values = { number: phoneOf('non-emergency'), page: t(`public.problem.${words}Title`) }
  const say = (key: string) => escaped(t(`public.${key}`, values))
  return page(locale, say('site.title'), [
    `<header><div><strong>${say('site.name')}</strong>`,
    `<a class="exit" href="${publicPaths.exit}" rel="noreferrer nofollow">${say('shell.exit')}</a></div></header>`,
    `<p class="urgent"><strong>${say('shell.urgentTitle')}</strong> ${say('shell.urgentCall')}`,
    `<a href="tel:${emergency}"><bdi dir="ltr">${emergency}</bdi></a>.</p>`,
    `<main><h1>${say(`problem.${words}Title`)}</h1>`,
    `<p>${say(`problem.${words}`)}</p>`,
    `<p><a href="${publicPaths.home(locale)}">${say('problem.home')}</a></p></main>`,
  ])
}

/** It says nothing that somebody who is not signed in may not know. */
function deskHtml(words: Words, role: Role | null): string {
  const t = translator('en')
  const say = (key: string) => escaped(t(`staff.${key}`))
  const title = escaped(t('staff.pageTitle', { page: t(`staff.refused.${words}Title`) }))
  return page('en', title, [
    `<header><div><strong>${say('product')}</strong></div></header>`,
    `<main><h1>${say(`refused.${words}Title`)}</h1>`,
    `<p>${say(`refused.${words}`)}</p>`,
    `<p><a href="${staffPaths.queue}">${say('missing.back')}</a></p>`,
    ...(words === 'notFound' ? [`<p>${inDanger(role)}</p>`] : []),
    '</main>',
  ])
}

/** What to do for a life: the glass for whoever may break it, whom to ring for everybody else, who would find no page there. */
function inDanger(role: Role | null): string {
  const t = translator('en')
  if (role !== null && mayEnter(role, 'glass'))
    return `<a href="${staffPaths.breakGlass}">${escaped(t('glass.link'))}</a>`
  return escaped(t('glass.ring', { emergency: phoneOf('emergency') }))
}

function page(locale: Locale, title: string, body: readonly string[]): string {
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/plain.css"><link rel="icon" href="/icon.svg">
${body.join('\n')}
</html>`
}

function phoneOf(route: string): string {
  return currentForce().routes.find(({ id }) => id === route)?.phone ?? ''
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`)
}
