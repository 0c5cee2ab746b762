import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Actor } from '@/lib/domain/policy'
import { keptActCookie } from '@/lib/drafts/kept-act'
import { sessionFor } from '@/e2e/factories/sessions'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { deskDb } from '@/lib/db/client'
import { forgetForm, forgetForms, keepForEnded, keepForm, keptForm, showOnce, shownOnce } from './kept-form'

const browser = new Map<string, string>()
const jar = {
  get: (name: string) => (browser.has(name) ? { value: browser.get(name) } : undefined),
  set: (name: string, value: string, { maxAge }: { maxAge?: number }) =>
    maxAge === 0 ? browser.delete(name) : browser.set(name, value),
}
const asked = new Headers()
vi.mock('next/headers', () => ({
  cookies: () => Promise.resolve(jar),
  headers: () => Promise.resolve(asked),
}))

const somebody = (id: string): Actor => ({ id, name: '', role: 'liaison-officer', districts: [] })
const first = somebody('7e9f7e4c-2c3d-4a93-9a0f-0d8f5a3a1b01')
const second = somebody('7e9f7e4c-2c3d-4a93-9a0f-0d8f5a3a1b02')
const note = { page: '/staff/cases/HC-7K2Q-M4TD', form: 'note', fields: ['text'] }
const risk = { page: '/staff/cases/HC-7K2Q-M4TD', form: 'risk', fields: ['text'] }
const other = { page: '/staff/cases/HC-7K2Q-M4TE', form: 'note', fields: ['text'] }
const written = (text: string) => new URLSearchParams({ text, version: '1' })
const textOf = async (actor: Actor) => (await keptForm(actor, note.page))?.values

beforeEach(() => {
  browser.clear()
  asked.delete('sec-fetch-dest')
})

it.each<[string, () => Promise<void>]>([
  ['sends the same form', () => forgetForm(second.id, note)],
  [
    'is refused in a form',
    async () => {
      await keepForm(second.id, note, written('theirs'))
    },
  ],
  ['signs out', () => forgetForms(second.id)],
])('what somebody wrote is theirs still when the next person at the computer %s', async (_, act) => {
  await keepForm(first.id, note, written('long and careful'))
  await act()
  expect(await textOf(first)).toEqual({ text: 'long and careful' })
})

it('what somebody wrote is kept whole, however much it is', async () => {
  const text = 'a' + '😀'.repeat(50_000)
  await keepForm(first.id, note, written(text))
  expect(await textOf(first)).toEqual({ text })
})

it('is not shown to a colleague who has its cookie’s value under a name of their own', async () => {
  await keepForm(first.id, note, written('mine'))
  const value = browser.get(keptActCookie(first.id, 'kept').name) ?? ''
  browser.set(keptActCookie(second.id, 'kept').name, value)
  expect(await textOf(second)).toBeUndefined()
  expect(await textOf(first)).toEqual({ text: 'mine' })
})

it('nobody else is shown it', async () => {
  await keepForm(first.id, note, written('mine'))
  expect(await textOf(second)).toBeUndefined()
  expect([...browser.keys()].join()).not.toContain(first.id)
})

it.each([
  ['the same form', note, false],
  ['another form of the page', risk, true],
  ['the same form of another page', other, true],
])('when its writer has sent %s, what they wrote stays or goes', async (_, form, there) => {
  await keepForm(first.id, note, written('mine'))
  await forgetForm(first.id, form)
  expect((await textOf(first)) !== undefined).toBe(there)
})

it('a form with nothing in it that is not taken does not take the place of what was written in another', async () => {
  const reveal = { page: note.page, form: 'reveal', fields: [] }
  expect(await keepForm(first.id, note, written('mine'))).toBe(true)
  expect(await keepForm(first.id, reveal, written('ignored'))).toBe(false)
  expect(await keepForm(first.id, note, written(' '))).toBe(false)
  expect(await textOf(first)).toEqual({ text: 'mine' })
  expect(await keepForm(first.id, risk, written('newer'))).toBe(true)
  expect(await textOf(first)).toEqual({ text: 'newer' })
})

it('goes when its writer signs out, also from the database', async () => {
  await keepForm(first.id, note, written('mine'))
  const before = new Map(browser)
  await forgetForms(first.id)
  expect(browser.size).toBe(0)
  for (const [name, value] of before) browser.set(name, value)
  expect(await textOf(first)).toBeUndefined()
})

it('what is shown once is shown to its reader, once', async () => {
  await showOnce(first, note, { text: 'link' })
  await showOnce(second, note, { text: 'another' })
  expect((await shownOnce(first, note.page, 'note'))?.values).toEqual({ text: 'link' })
  expect(await shownOnce(first, note.page, 'note')).toBeNull()
})

it('what is shown once waits for the page that is gone to when an open page draws itself anew meanwhile', async () => {
  await showOnce(first, note, { text: 'link' })
  asked.set('sec-fetch-dest', 'empty')
  expect(await shownOnce(first, note.page, 'note')).toBeNull()
  asked.set('sec-fetch-dest', 'document')
  expect((await shownOnce(first, note.page, 'note'))?.values).toEqual({ text: 'link' })
})

it.each([
  ['words', note, 'Rang at ten', 'kept'],
  ['nothing written', note, ' ', 'ended'],
  ['no words of its own', { ...note, form: 'take', fields: [] }, 'ignored', 'ended'],
])('the page of signing in says what is kept of a form with %s', async (_what, form, text, done) => {
  const id = randomUUID()
  await deskDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Test', role: 'triager' } })
  browser.set(sessionCookie().name, await sessionFor(id, 'password'))
  await deskDb().staffSession.updateMany({ where: { accountId: id }, data: { endedAt: new Date() } })
  const { headers } = await keepForEnded(form, written(text))
  const to = new URL(headers.get('location') ?? '', 'http://localhost')
  expect(to.searchParams.get('done')).toBe(done)
  expect(to.searchParams.get('back')).toBe(`${note.page}?kept=ended&form=${form.form}`)
})

it('it says nothing of the kind to a browser nobody was signed in at', async () => {
  const { headers } = await keepForEnded(note, written('Rang at ten'))
  expect(headers.get('location')).not.toContain('done=')
})
