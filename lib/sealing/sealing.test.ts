import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SealedBoxRow } from './box'
import { CannotOpenError } from './cannot-open-error'
import { createKeys } from './create-keys'
import { RECOVERY_PRIVATE } from './key-files'
import { keyPair, publicKeys } from './key-ring'
import { openWith } from './open-with'
import type { Opener } from './open-with'
import { sealFor } from './seal'
import type { Sealer } from './seal'

let sealer: Sealer
let opener: Opener
let recovery: Opener

beforeAll(async () => {
  const dir = mkdtempSync(join(tmpdir(), 'keys-'))
  await createKeys(dir)
  sealer = { force: 'hertfordshire', keys: publicKeys(dir) }
  opener = { force: 'hertfordshire', pair: keyPair(dir) }
  recovery = { force: 'hertfordshire', pair: keyPair(dir, RECOVERY_PRIVATE) }
})

const text = fc.string({ unit: 'grapheme', maxLength: 300 })
const fields = fc.record({ answers: text, contact: text })

function withField(box: SealedBoxRow, index: number, change: Partial<SealedBoxRow['fields'][number]>) {
  return { ...box, fields: box.fields.map((row, at) => (at === index ? { ...row, ...change } : row)) }
}

function withWrap(box: SealedBoxRow, wrap: Uint8Array): SealedBoxRow {
  return { ...box, wraps: box.wraps.map((row) => ({ ...row, wrap })) }
}

function damaged(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const at = bit % (copy.length * 8)
  copy[at >> 3] = (copy[at >> 3] ?? 0) ^ (1 << (at & 7))
  return copy
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const ciphertextOf = (box: SealedBoxRow, index: number) => box.fields[index]?.ciphertext ?? new Uint8Array()
const wrapOf = (box: SealedBoxRow) => box.wraps[0]?.wrap ?? new Uint8Array()

async function expectClosed(box: SealedBoxRow): Promise<void> {
  await expect(openWith(opener, box)).rejects.toBeInstanceOf(CannotOpenError)
}

describe('a sealed box', () => {
  test('opens to what was sealed, with the intake key and with the recovery key', async () => {
    await fc.assert(
      fc.asyncProperty(fields, async (content) => {
        const box = await sealFor(sealer, 'submission', content)
        expect(await openWith(opener, box)).toEqual(content)
        expect(await openWith(recovery, box)).toEqual(content)
        expect(await openWith(opener, box, ['contact'])).toEqual({ contact: content.contact })
      }),
      { numRuns: 50 },
    )
  })

  test('any flipped bit of a field or of the wrapped key closes it', async () => {
    await fc.assert(
      fc.asyncProperty(fields, fc.nat(), async (content, bit) => {
        const box = await sealFor(sealer, 'submission', content)
        await expectClosed(withField(box, bit % 2, { ciphertext: damaged(ciphertextOf(box, bit % 2), bit) }))
        await expectClosed(withWrap(box, damaged(wrapOf(box), bit)))
      }),
      { numRuns: 100 },
    )
  })

  test('any shortened or lengthened field or wrap closes it', async () => {
    await fc.assert(
      fc.asyncProperty(fields, fc.nat(), async (content, cut) => {
        const box = await sealFor(sealer, 'submission', content)
        const [field, wrap] = [ciphertextOf(box, 0), wrapOf(box)]
        await expectClosed(withField(box, 0, { ciphertext: field.slice(0, cut % field.length) }))
        await expectClosed(withField(box, 0, { ciphertext: new Uint8Array([...field, cut % 256]) }))
        await expectClosed(withWrap(box, wrap.slice(0, cut % wrap.length)))
      }),
      { numRuns: 50 },
    )
  })

  test('nothing opens after a swap between rows, fields or versions', async () => {
    const one = await sealFor(sealer, 'submission', { answers: 'one', contact: 'two' })
    const other = await sealFor(sealer, 'submission', { answers: 'three', contact: 'four' })
    await expectClosed(withField(one, 0, { ciphertext: ciphertextOf(other, 0) }))
    await expectClosed(withField(one, 0, { ciphertext: ciphertextOf(one, 1) }))
    await expectClosed(withField(one, 0, { version: 2 }))
    await expectClosed(withWrap(one, wrapOf(other)))
    await expectClosed({ ...one, fields: other.fields, wraps: other.wraps })
  })

  test('nothing opens when the row claims another id, purpose or suite, or lacks a field or a wrap', async () => {
    const box = await sealFor(sealer, 'submission', { answers: 'one', contact: 'two' })
    await expectClosed({ ...box, id: randomUUID() })
    await expectClosed({ ...box, purpose: 'equality' })
    await expectClosed({ ...box, suite: 2 })
    await expectClosed({ ...box, fields: box.fields.slice(1) })
    await expectClosed({ ...box, wraps: box.wraps.slice(1) })
  })

  test("another force's opener and another key pair cannot open it", async () => {
    const box = await sealFor(sealer, 'submission', { answers: 'one' })
    const strange = { ...recovery.pair, id: opener.pair.id }
    for (const stranger of [
      { ...opener, force: 'bedfordshire' },
      { ...opener, pair: strange },
    ]) {
      await expect(openWith(stranger, box)).rejects.toBeInstanceOf(CannotOpenError)
    }
  })

  test('never uses a nonce or a key twice: the same words sealed again and again share nothing', async () => {
    const boxes = await Promise.all(
      Array.from({ length: 200 }, () => sealFor(sealer, 'submission', { answers: 'same', contact: 'same' })),
    )
    const nonces = boxes.flatMap((box) => box.fields.map(({ ciphertext }) => hex(ciphertext.subarray(1, 25))))
    const bodies = boxes.flatMap((box) => box.fields.map(({ ciphertext }) => hex(ciphertext.subarray(25))))
    const wraps = boxes.flatMap((box) => box.wraps.map(({ wrap }) => hex(wrap)))
    for (const seen of [nonces, bodies, wraps]) expect(new Set(seen).size).toBe(400)
  })

  test('what was sealed is not readable in the rows', async () => {
    const box = await sealFor(sealer, 'submission', { answers: 'a marker nobody else writes' })
    const bytes = [...box.fields.map((row) => row.ciphertext), ...box.wraps.map((row) => row.wrap)]
    expect(Buffer.concat(bytes).includes('a marker')).toBe(false)
  })
})
