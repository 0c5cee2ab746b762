import 'server-only'
import { cookies, headers } from 'next/headers'
import { ownerOfEnded } from '@/lib/auth/session'
import { sessionToken, signInPath } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import { isUuid } from '@/lib/domain/uuid'
import { dropKeptAct, keepAct, keptActCookie, readKeptAct } from '@/lib/drafts/kept-act'
import type { KeptAct, KeptSlot } from '@/lib/drafts/kept-act'
import { seeOther } from '@/app/_form/see-other'

/** A form of the desk: the page it is on, its name there, and its own fields, which alone are kept. */
export interface DeskForm {
  readonly page: string
  readonly form: string
  readonly fields: readonly string[]
}

/**
 * Keeps all that somebody wrote in a form that was not taken, in place of what this browser kept of theirs before. A form with nothing
 * in it takes the place of no words. Says whether there are words in what was kept.
 */
export async function keepForm(
  actorId: string,
  { page, form, fields }: DeskForm,
  posted: URLSearchParams,
  slot: KeptSlot = 'kept',
): Promise<boolean> {
  const values = Object.fromEntries(
    fields.filter((name) => posted.has(name)).map((name) => [name, posted.getAll(name).join('\n')]),
  )
  const before = hasWords(values) ? null : await readKeptAct(await keyOf(actorId, slot))
  if (before !== null && hasWords(before.values)) return false
  await drop(actorId, slot)
  const { name, options } = keptActCookie(actorId, slot)
  ;(await cookies()).set(name, await keepAct({ actorId, page, form, values }), options)
  return hasWords(values)
}

/** Whether somebody wrote or chose anything in a form. */
export function hasWords(values: KeptAct['values']): boolean {
  return Object.values(values).some((value) => value.trim() !== '')
}

/** Deletes what this browser keeps of this person's for this form, which has been taken. Of other forms it stays. */
export async function forgetForm(actorId: string, { page, form }: DeskForm): Promise<void> {
  const kept = await readKeptAct(await keyOf(actorId, 'kept'))
  if (kept?.page === page && kept.form === form) await drop(actorId, 'kept')
}

/** Deletes all that this browser keeps of this person's, and of nobody else's. */
export async function forgetForms(actorId: string): Promise<void> {
  await drop(actorId, 'kept')
  await drop(actorId, 'shown')
  await drop(actorId, 'search')
  await drop(actorId, 'calendar')
  await drop(actorId, 'several')
  await drop(actorId, 'referral')
  await drop(actorId, 'passed-in')
}

async function keyOf(actorId: string, slot: KeptSlot): Promise<string | undefined> {
  return (await cookies()).get(keptActCookie(actorId, slot).name)?.value
}

async function drop(actorId: string, slot: KeptSlot): Promise<void> {
  const { name, options } = keptActCookie(actorId, slot)
  const jar = await cookies()
  const kept = jar.get(name)?.value
  if (kept === undefined) return
  await dropKeptAct(kept)
  jar.set(name, '', { ...options, maxAge: 0 })
}

/** What `actor` wrote in a form of this page that was not taken; null for everybody else and every other page. */
export async function keptForm(actor: Actor, page: string, slot: KeptSlot = 'kept'): Promise<KeptAct | null> {
  const kept = await readKeptAct(await keyOf(actor.id, slot))
  return kept?.page === page && kept.actorId === actor.id ? kept : null
}

/** Deletes what this browser keeps of this person's in one place. */
export async function forgetKept(actorId: string, slot: KeptSlot): Promise<void> {
  await drop(actorId, slot)
}

/** Has the next page, and it alone, show something to `actor`: once. */
export async function showOnce(
  actor: Actor,
  form: DeskForm,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  await keepForm(actor.id, form, new URLSearchParams(values), 'shown')
}

/**
 * What `showOnce` gave this page for `actor`; gone when it has been given. It waits for a page that is gone to: one that draws itself anew
 * meanwhile would take it, and leave it before nobody's eyes.
 */
export async function shownOnce(actor: Actor, page: string, form: string): Promise<KeptAct | null> {
  if (await isFetchedByScript()) return null
  const kept = await keptForm(actor, page, 'shown')
  const cookie = await keyOf(actor.id, 'shown')
  if (kept?.form !== form || cookie === undefined) return null
  await dropKeptAct(cookie)
  return kept
}

/** Whether a script of a page asks, and nobody went to the page: <https://www.w3.org/TR/fetch-metadata/#sec-fetch-dest-header>. */
async function isFetchedByScript(): Promise<boolean> {
  return (await headers()).get('sec-fetch-dest') === 'empty'
}

/**
 * The answer to a form of a page that was shown to somebody else: left open, and sent by, or under the hands of, the next person to
 * sign in at this computer. Nothing is done in either's name, and what was written waits for whoever the page was shown to. Null
 * where the page was shown to `actor`, or the form does not say to whom.
 */
export async function formOfAnother(
  actor: Actor,
  form: DeskForm,
  posted: URLSearchParams,
): Promise<Response | null> {
  const writer = posted.get('shown-to')
  if (writer === null || writer === actor.id) return null
  if (isUuid(writer)) await keepForm(writer, form, posted)
  return seeOther(`${staffPaths.queue}?problem=another-person`)
}

/**
 * The answer to a form that came when the session was over: sign in first. What was written is kept for whomever the page was shown
 * to, or else for whoever's session it was, and is in the form again when they, and nobody else, come back to the page.
 */
export async function keepForEnded(form: DeskForm, posted: URLSearchParams | null): Promise<Response> {
  const token = await sessionToken()
  const owner = token === undefined ? null : await ownerOfEnded(token)
  const isKept = owner !== null && posted !== null && (await keepForm(writerOf(posted, owner), form, posted))
  const back = withQuery(form.page, { kept: 'ended', form: form.form })
  return seeOther(signInPath(back, isKept ? 'kept' : token !== undefined))
}

function writerOf(posted: URLSearchParams, owner: string): string {
  const writer = posted.get('shown-to') ?? ''
  return isUuid(writer) ? writer : owner
}

/** A page's address with more in its query. */
export function withQuery(page: string, query: Readonly<Record<string, string>>): string {
  return `${page}${page.includes('?') ? '&' : '?'}${new URLSearchParams(query).toString()}`
}
