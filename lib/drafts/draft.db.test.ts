import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { ownerDb } from '@/lib/db/owner'
import { changeDraft, createDraft, replaceDraft, reviseDraft } from './change-draft'
import { emptyDraft, emptyJourneyDraft } from './draft'
import type { Draft } from './draft'
import { draftKeys } from './draft-keys'
import { openDraft, readDraft } from './read-draft'

const anotherCookie = () => randomBytes(32).toString('base64url')

async function rowOf(cookie: string) {
  const keys = await draftKeys('public', cookie)
  if (!keys) throw new Error('a cookie of ours has keys')
  return { lookup: new Uint8Array(keys.lookup) }
}

function withAnswer(id: string, answer: string): (draft: Draft) => Draft {
  return (draft) => {
    const held = draft.journeys.report ?? emptyJourneyDraft()
    return { ...draft, journeys: { report: { ...held, answers: { ...held.answers, [id]: answer } } } }
  }
}

describe('a draft', () => {
  test('is read with its cookie', async () => {
    const cookie = await createDraft('public', emptyDraft('online'))
    expect(await readDraft('public', cookie)).toEqual(emptyDraft('online'))
  })

  test.each([
    ['no cookie', () => undefined],
    ['an empty cookie', () => ''],
    ['a strange cookie', () => '../../etc'],
    ['a cookie of a wrong length', () => anotherCookie() + 'A'],
    ['a cookie of nobody', anotherCookie],
  ])('%s finds none', async (_, cookie) => {
    expect(await readDraft('public', cookie())).toBeNull()
    expect(await changeDraft('public', cookie(), (draft) => draft)).toBeNull()
  })

  test("one slot's cookie opens nothing in the other", async () => {
    const cookie = await createDraft('record', emptyDraft('phone-101'))
    expect(await readDraft('public', cookie)).toBeNull()
    expect(await readDraft('record', cookie)).not.toBeNull()
  })

  test('that expired is none, cannot be changed back to life by reading, and goes when another is made', async () => {
    const cookie = await createDraft('public', emptyDraft('online'))
    const row = await rowOf(cookie)
    await ownerDb().draft.update({ where: row, data: { expiresAt: new Date(Date.now() - 1000) } })
    expect(await readDraft('public', cookie)).toBeNull()
    expect(await changeDraft('public', cookie, withAnswer('a', 'x'))).toBeNull()
    await createDraft('public', emptyDraft('online'))
    expect(await ownerDb().draft.findUnique({ where: row })).toBeNull()
  })

  test('lives a day from its last change', async () => {
    const cookie = await createDraft('public', emptyDraft('online'))
    const row = await rowOf(cookie)
    await ownerDb().draft.update({ where: row, data: { expiresAt: new Date(Date.now() + 1000) } })
    await changeDraft('public', cookie, withAnswer('a', 'x'))
    const { expiresAt } = await ownerDb().draft.findUniqueOrThrow({ where: row })
    const hours = (expiresAt.getTime() - Date.now()) / 3_600_000
    expect(hours).toBeGreaterThan(23.9)
    expect(hours).toBeLessThanOrEqual(24)
  })

  test('whose row was damaged, moved or rolled back is none', async () => {
    const [cookie, other] = [
      await createDraft('public', emptyDraft('online')),
      await createDraft('public', emptyDraft('online')),
    ]
    const before = await ownerDb().draft.findUniqueOrThrow({ where: await rowOf(cookie) })
    const foreign = await ownerDb().draft.findUniqueOrThrow({ where: await rowOf(other) })
    await changeDraft('public', cookie, withAnswer('a', 'x'))
    for (const ciphertext of [before.ciphertext, foreign.ciphertext, new Uint8Array(), new Uint8Array(90)]) {
      await ownerDb().draft.update({ where: await rowOf(cookie), data: { ciphertext } })
      expect(await readDraft('public', cookie)).toBeNull()
    }
  })

  test('keeps what two tabs write at once', async () => {
    const cookie = await createDraft('public', emptyDraft('online'))
    const ids = Array.from({ length: 20 }, (_, index) => `q${String(index)}`)
    await Promise.all(ids.map((id) => changeDraft('public', cookie, withAnswer(id, id))))
    const draft = await readDraft('public', cookie)
    expect(draft?.journeys.report?.answers).toEqual(Object.fromEntries(ids.map((id) => [id, id])))
  })

  test('is not written over from a stale copy', async () => {
    const cookie = await createDraft('public', emptyDraft('online'))
    const stale = await openDraft('public', cookie)
    await changeDraft('public', cookie, withAnswer('a', 'new'))
    if (!stale) throw new Error('the draft was just made')
    expect(await replaceDraft(stale, withAnswer('a', 'old')(stale.draft))).toBe(false)
    expect((await readDraft('public', cookie))?.journeys.report?.answers).toEqual({ a: 'new' })
  })

  test('is not written when nothing changed', async () => {
    const cookie = await createDraft('public', emptyDraft('online'))
    const changed = await reviseDraft('public', cookie, (draft) => ({ draft, result: 7 }))
    expect(changed?.result).toBe(7)
    expect((await openDraft('public', cookie))?.revision).toBe(1)
  })
})
