import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import type { Letter } from '@/lib/domain/outbound/letter'
import { startTextServer } from '@/scripts/testing/outbound-servers'
import { followNotify, sendByNotify } from './notify'

const texts = await startTextServer()
vi.mock('@/lib/config/env', () => ({ env: () => ({ NOTIFY_URL: texts.url, NOTIFY_API_KEY: texts.key }) }))
beforeEach(() => {
  texts.taken.length = 0
  Object.assign(texts, { mode: 'takes', status: 'sending' })
})
afterAll(() => texts.stop())

const letter: Letter = {
  ...{ id: 'one', way: 'text', to: '07700 900123', subject: '', text: 'Hello.' },
  toReporter: true,
}

it('hands a text over once, however often it is tried', async () => {
  texts.mode = 'loses'
  await expect(sendByNotify(letter, false)).rejects.toThrow()
  texts.mode = 'takes'
  expect(await sendByNotify(letter, true)).toEqual({ ref: texts.taken[0]?.id })
  expect(texts.taken).toHaveLength(1)
})

it.each([
  ['07700 900123', '+447700900123'],
  ['۰۷۷۰۰/۹۰۰۱۲۳', '+447700900123'],
  ['+353 1 234 5678', '+35312345678'],
  // Of a number that could be of more than one country it is not for us to say which.
  ['353 1 234 5678', '353 1 234 5678'],
])('names %s as machines read it', async (to, phone_number) => {
  await sendByNotify({ ...letter, to }, false)
  expect(texts.taken).toMatchObject([{ body: { phone_number } }])
})

it('hands nothing over a second time while it is not told whether the first was taken', async () => {
  texts.mode = 'mute'
  await expect(sendByNotify(letter, true)).rejects.toThrow()
  expect(texts.taken).toEqual([])
})

it('is refused for good where the number is none, and tried again where it is about our settings', async () => {
  texts.mode = 'refuses'
  expect(await sendByNotify(letter, false)).toEqual({ refused: 'refused' })
  texts.mode = 'team-only'
  await expect(sendByNotify(letter, false)).rejects.toThrow('400')
})

it.each([
  ['delivered', 'delivered'],
  ['sending', 'on-its-way'],
  ['permanent-failure', { failed: 'permanent-failure' }],
])('follows what it took: %s', async (status, known) => {
  texts.status = status
  expect(await followNotify('one')).toEqual(known)
})
