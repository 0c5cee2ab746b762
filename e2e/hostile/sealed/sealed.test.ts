import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { count } from '../figures'
import { numbersFrom } from '../sets/cross'
import type { SealedBoxRow } from '@/lib/sealing/box'
import { CannotOpenError } from '@/lib/sealing/cannot-open-error'
import { openWith } from '@/lib/sealing/open-with'
import type { Opener } from '@/lib/sealing/open-with'
import { makeLocks } from './locks'
import type { Lock } from './locks'
import { mutations } from './mutations'

/** Tries in all, by change of bytes; swaps and false claims come on top. */
const tries = 10_000

let locks: readonly Lock[]
let box: SealedBoxRow
let opener: Opener

beforeAll(async () => {
  ;({ locks, box, opener } = await makeLocks())
})

async function opens(lock: Lock, bytes: Uint8Array): Promise<boolean> {
  return lock.open(bytes).then(
    () => true,
    () => false,
  )
}

describe('what is sealed', () => {
  test('opens in its own place', async () => {
    for (const lock of locks) expect(await opens(lock, lock.sealed), lock.name).toBe(true)
  })

  test(`opens after none of ${String(tries)} changes to its bytes`, async () => {
    const random = numbersFrom(1)
    const choose = (below: number) => Math.floor(random() * below)
    const kinds = Object.entries(mutations)
    const opened: string[] = []
    let tried = 0
    for (let round = 0; tried < tries; round += 1) {
      const lock = locks[round % locks.length]
      const other = locks[choose(locks.length)]
      const [kind, mutate] = kinds[choose(kinds.length)] ?? []
      if (lock === undefined || other === undefined || mutate === undefined)
        throw new Error('Nothing to try.')
      const bytes = mutate(lock.sealed, other.sealed, choose)
      if (Buffer.compare(bytes, lock.sealed) === 0) continue
      tried += 1
      if (await opens(lock, bytes)) opened.push(`${lock.name}: ${String(kind)}`)
    }
    count('ciphertexts tried', tried)
    count('ciphertexts opened', opened.length)
    expect(opened).toEqual([])
  })

  test('opens in the place of nothing else: not of another row, field, kind, draft, revision or account', async () => {
    const opened: string[] = []
    let tried = 0
    for (const place of locks) {
      for (const { name, sealed } of locks) {
        if (name === place.name) continue
        tried += 1
        if (await opens(place, sealed)) opened.push(`${name} in the place of ${place.name}`)
      }
    }
    count('ciphertexts tried', tried)
    count('ciphertexts opened', opened.length)
    expect(opened).toEqual([])
    expect(tried).toBe(locks.length * (locks.length - 1))
  })

  test('opens under no false claim of its row, its force or its key, and says nothing of why', async () => {
    const claims: readonly SealedBoxRow[] = [
      ...Array.from({ length: 50 }, () => ({ ...box, id: randomUUID() })),
      ...['message', 'note', 'equality', '', '__proto__'].map((purpose) => ({ ...box, purpose })),
      ...[0, 2, 255, -1, Number.NaN].map((suite) => ({ ...box, suite })),
      ...[0, 2, 3, 2 ** 31].map((version) => ({
        ...box,
        fields: box.fields.map((field) => ({ ...field, version })),
      })),
      { ...box, fields: swapped(box.fields) },
      { ...box, fields: box.fields.slice(1) },
      { ...box, wraps: swapped(box.wraps) },
      { ...box, wraps: box.wraps.filter(({ keyId }) => keyId !== opener.pair.id) },
    ]
    for (const claim of claims) await expect(openWith(opener, claim)).rejects.toBeInstanceOf(CannotOpenError)
    const stranger = { ...opener, force: 'bedfordshire' }
    await expect(openWith(stranger, box)).rejects.toBeInstanceOf(CannotOpenError)
    count('ciphertexts tried', claims.length + 1)
  })
})

/** Each row with the bytes of the other. */
function swapped<T extends object>(rows: readonly T[]): readonly T[] {
  const [one, two] = rows
  if (one === undefined || two === undefined) throw new Error('Two rows are needed.')
  const bytes = (row: T) => Object.entries(row).filter(([, value]) => value instanceof Uint8Array)
  return [
    { ...one, ...Object.fromEntries(bytes(two)) },
    { ...two, ...Object.fromEntries(bytes(one)) },
  ]
}
