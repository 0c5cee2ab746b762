import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { indexKinds } from '@/lib/domain/index-term'
import { blindTerm, createIndexKey, emptyTerm, indexKeys, renewIndexKey } from './blind-index'
import type { IndexKey } from './blind-index'
import { copyPublicKeys } from './copy-public-keys'
import { createKeys } from './create-keys'
import { INDEX_PRIVATE } from './key-files'
import { refusePrivateKeys } from './refuse-private-keys'

const home = mkdtempSync(join(tmpdir(), 'alongside-index-'))
const folder = () => mkdtempSync(join(home, 'keys-'))
const force = vi.hoisted(() => ({ id: 'hertfordshire' }))
vi.mock('@/lib/config/current-force', () => ({ currentForce: () => force }))

beforeEach(() => {
  vi.stubEnv('TIER', 'staff')
  force.id = 'hertfordshire'
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true })
})

async function aKey(): Promise<IndexKey> {
  const dir = folder()
  await createIndexKey(dir)
  return indexKeys(dir)[0]
}
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('the key of the index', () => {
  it('is made once, for its owner alone, and stays', async () => {
    const dir = folder()
    expect(await createIndexKey(dir)).toBe(true)
    const [made, ...others] = indexKeys(dir)
    expect(await createIndexKey(dir)).toBe(false)
    expect(indexKeys(dir)).toEqual([made])
    expect(others).toEqual([])
    expect(made.privateKey).toHaveLength(32)
    expect(statSync(join(dir, INDEX_PRIVATE)).mode & 0o777).toBe(0o600)
    expect(readdirSync(dir)).toEqual([INDEX_PRIVATE])
  })

  it('is another in every folder, and its id does not tell it', async () => {
    const [one, other] = [await aKey(), await aKey()]
    expect(one.id).not.toBe(other.id)
    expect(hex(one.privateKey)).not.toContain(one.id)
  })

  it('is renewed: the one before is still tried, one before that is not', async () => {
    const dir = folder()
    await createIndexKey(dir)
    const [first] = indexKeys(dir)
    await renewIndexKey(dir)
    const [second, ...before] = indexKeys(dir)
    expect(before).toEqual([first])
    await renewIndexKey(dir)
    expect(indexKeys(dir).slice(1)).toEqual([second])
    expect(readFileSync(join(dir, INDEX_PRIVATE), 'utf8')).not.toContain(first.id)
  })

  it('is refused in a public tier, and is not copied to one', async () => {
    const [all, forPublic] = [folder(), folder()]
    await createKeys(all)
    await createIndexKey(all)
    await copyPublicKeys(all, forPublic)
    expect(readdirSync(forPublic)).not.toContain(INDEX_PRIVATE)
    vi.stubEnv('TIER', 'public')
    expect(() => indexKeys(all)).toThrow(/TIER=public/)
    await createIndexKey(forPublic)
    expect(() => {
      refusePrivateKeys(forPublic)
    }).toThrow(`(${INDEX_PRIVATE})`)
  })

  it('that is missing or spoilt is an error', () => {
    expect(() => indexKeys(folder())).toThrow()
  })
})

describe('a term', () => {
  it.each([
    ['telephone', 4],
    ['email', 4],
    ['postcode', 3],
    ['surname', 3],
  ] as const)('of a %s has %i bytes, the same each time', async (kind, length) => {
    const key = await aKey()
    const term = await blindTerm(key, kind, 'the same')
    expect(term).toHaveLength(length)
    expect(hex(await blindTerm(key, kind, 'the same'))).toBe(hex(term))
    expect(await emptyTerm(kind)).toHaveLength(length)
  })

  it('is another under another key, for another kind, force or text', async () => {
    const [key, other] = [await aKey(), await aKey()]
    const start = async (...[from, kind, normal]: Parameters<typeof blindTerm>) =>
      hex(await blindTerm(from, kind, normal)).slice(0, 6)
    const terms = [
      ...(await Promise.all(indexKinds.map((kind) => start(key, kind, 'one')))),
      await start(other, 'surname', 'one'),
      await start(key, 'surname', 'two'),
    ]
    force.id = 'bedfordshire'
    terms.push(await start(key, 'surname', 'one'))
    expect(new Set(terms).size).toBe(terms.length)
  })

  it('spreads evenly: of 20,000 few are the same', async () => {
    const key = await aKey()
    const terms = new Set<string>()
    for (let number = 0; number < 20_000; number += 1)
      terms.add(hex(await blindTerm(key, 'surname', `name ${String(number)}`)))
    // 24 bits: twelve pairs are to be expected, fifty are not.
    expect(20_000 - terms.size).toBeLessThan(50)
  })
})
