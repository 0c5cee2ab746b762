import { beforeEach, expect, it, vi } from 'vitest'
import { draftKeys } from '@/lib/drafts/draft-keys'
import {
  draftKey,
  giveDraftKey,
  heldDraft,
  isDraftJustDeleted,
  markDraftDeleted,
  takeDraftKey,
} from './draft-cookie'

interface Kept {
  readonly value: string
  readonly options: { readonly maxAge?: number; readonly httpOnly: boolean }
}
const jar = vi.hoisted(() => new Map<string, Kept>())
vi.mock('@/lib/config/env', () => ({ env: () => ({ secureCookies: true }) }))
vi.mock('next/headers', () => ({
  cookies: () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string, options: Kept['options']) => {
      if (options.maxAge === 0) jar.delete(name)
      else jar.set(name, { value, options })
    },
  }),
}))

const key = 'k'.repeat(43)
beforeEach(() => {
  jar.clear()
})

it('says that a draft was deleted where it was, for a minute, and until another is begun', async () => {
  expect(await isDraftJustDeleted('public')).toBe(false)
  await giveDraftKey('public', key)
  expect(await isDraftJustDeleted('public')).toBe(false)
  await markDraftDeleted('public')
  expect(await isDraftJustDeleted('public')).toBe(true)
  expect([...jar.values()]).toMatchObject([{ options: { httpOnly: true, maxAge: 60 } }])
  await giveDraftKey('public', key)
  expect(await isDraftJustDeleted('public')).toBe(false)
  expect(await draftKey('public')).toBe(key)
})

it('leaves no key behind: what is left opens no draft', async () => {
  await giveDraftKey('public', key)
  await markDraftDeleted('public')
  expect(await draftKeys('public', await draftKey('public'))).toBeNull()
  expect(await heldDraft('public')).toBeNull()
  expect(await isDraftJustDeleted('record')).toBe(false)
})

it('says nothing of it where the key was only taken', async () => {
  await markDraftDeleted('public')
  await takeDraftKey('public')
  expect(await isDraftJustDeleted('public')).toBe(false)
  expect(jar.size).toBe(0)
})
