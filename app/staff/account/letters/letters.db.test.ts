import { randomUUID } from 'node:crypto'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { requestStore } from '@/e2e/hostile/process/request-store'
import { sessionFor } from '@/e2e/factories/sessions'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { staffMailboxes } from '@/lib/commands/staff-notices'
import { staffPaths } from '@/lib/config/paths'
import { ownerDb } from '@/lib/db/owner'
import { deskNotices, mayHaveNotice, wantsNotice } from '@/lib/domain/outbound/desk-notices'
import type { DeskNotice } from '@/lib/domain/outbound/desk-notices'
import type { Actor } from '@/lib/domain/policy'
import { mayHoldCases } from '@/lib/domain/policy'
import { roles } from '@/lib/domain/words'
import type { Role } from '@/lib/domain/words'
import { translator } from '@/lib/i18n/translate'
import { LettersSection } from '../_own/letters-section'
import { POST } from './route'

vi.mock('next/headers', async () => (await import('@/e2e/hostile/process/request-store')).headersModule())
const settings = {
  ...{ SEND_EMAIL_BY: 'smtp', SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'desk@police.example.test' },
  ...{ MAIL_FROM_NEUTRAL: 'hello@post.example.test', STAFF_URL: 'http://desk.example.test' },
}
for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
afterAll(() => {
  vi.unstubAllEnvs()
})
beforeEach(() => {
  requestStore.cookies.clear()
})

async function enter(role: Role): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Test', role } })
  requestStore.cookies.set(sessionCookie().name, await sessionFor(id, 'password'))
  return { id, name: 'Test', role, districts: [] }
}

/** What a browser would send of the form as it is shown. */
async function shown(actor: Actor): Promise<URLSearchParams> {
  const html = renderToStaticMarkup(await LettersSection({ actor, t: translator('en') }))
  const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? ''
  const inputs = [...html.matchAll(/<input[^>]*>/gu)].map(([tag]) => tag)
  const sent = inputs.filter((tag) => attribute(tag, 'type') === 'hidden' || tag.includes(' checked=""'))
  const selects = [...html.matchAll(/<select[^>]*name="(\w+)".*?<\/select>/gu)].map(([select, name = '']) => [
    name,
    /value="(\d*)" selected=""/u.exec(select)?.[1] ?? '',
  ])
  return new URLSearchParams([
    ...sent.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')]),
    ...selects,
  ])
}

/** Saves the form with what somebody changed in it; null: the tick is taken away. */
async function save(actor: Actor, changed: Readonly<Record<string, string | null>>): Promise<void> {
  const body = await shown(actor)
  for (const [name, value] of Object.entries(changed))
    if (value === null) body.delete(name)
    else body.set(name, value)
  const answer = await POST(
    new Request(`http://localhost:3000${staffPaths.ownLetters}`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
      body,
    }),
  )
  expect(answer.headers.get('location')).toContain('done=letters')
}

async function written(actor: Actor): Promise<readonly DeskNotice[]> {
  const mailbox = (await staffMailboxes()).find(({ id }) => id === actor.id)
  return deskNotices.filter((notice) => mailbox !== undefined && wantsNotice(mailbox, notice))
}

it('a supervisor who wants no letters is written nothing, and what they have when they want some again', async () => {
  const actor = await enter('supervisor')
  expect(await written(actor)).toEqual(['figures', 'stuck'])
  await save(actor, { letters: 'none' })
  expect(await written(actor)).toEqual([])
  await save(actor, { from: '22', until: '7' })
  expect(await written(actor)).toEqual([])
  await save(actor, { letters: 'digest', stuck: null })
  expect(await written(actor)).toEqual(['figures'])
})

it('an officer who wants no letters is written nothing, whatever they had ticked', async () => {
  const actor = await enter('liaison-officer')
  await save(actor, { figures: 'yes' })
  expect(await written(actor)).toEqual(['figures'])
  await save(actor, { letters: 'none' })
  expect(await written(actor)).toEqual([])
})

it('a supervisor who saved quiet hours alone has nothing of that as an officer, but what they ticked', async () => {
  const actor = await enter('supervisor')
  await save(actor, { from: '22', until: '7' })
  expect(await written(actor)).toEqual(['figures', 'stuck'])
  const become = (role: Role) => ownerDb().account.update({ where: { id: actor.id }, data: { role } })
  await become('liaison-officer')
  expect(await written(actor)).toEqual([])
  await save({ ...actor, role: 'liaison-officer' }, { figures: 'yes' })
  expect(await written(actor)).toEqual(['figures'])
})

it('an officer who saved quiet hours alone has what supervisors have when they are one', async () => {
  const actor = await enter('liaison-officer')
  await save(actor, { from: '22', until: '7' })
  await ownerDb().account.update({ where: { id: actor.id }, data: { role: 'supervisor' } })
  expect(await written(actor)).toEqual(['figures', 'stuck'])
})

it('a tick that was taken away stays away, whatever else is saved', async () => {
  const actor = await enter('supervisor')
  await save(actor, { stuck: null })
  await save(actor, { letters: 'each' })
  expect(await written(actor)).toEqual(['figures'])
})

it.each(roles)('asks a %s of what they may have, and of nothing else', async (role) => {
  const actor = await enter(role)
  const section = await LettersSection({ actor, t: translator('en') })
  const html = section === null ? '' : renderToStaticMarkup(section)
  const notices = deskNotices.filter((notice) => mayHaveNotice(role, notice))
  expect(html.includes('type="radio"')).toBe(mayHoldCases(role))
  expect(html.includes('about cases')).toBe(mayHoldCases(role))
  for (const notice of deskNotices)
    expect(html.includes(`name="${notice}"`), notice).toBe(notices.includes(notice))
  expect(html === '').toBe(!mayHoldCases(role) && notices.length === 0)
})

it('whoever wanted no letters with cases and leads now has what they tick, and nothing until they do', async () => {
  const actor = await enter('supervisor')
  await save(actor, { letters: 'none' })
  await ownerDb().account.update({ where: { id: actor.id }, data: { role: 'strategic-lead' } })
  const lead: Actor = { ...actor, role: 'strategic-lead' }
  expect(await written(lead)).toEqual([])
  expect((await shown(lead)).has('figures')).toBe(false)
  await save(lead, { figures: 'yes' })
  expect(await written(lead)).toEqual(['figures'])
})
