import 'server-only'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { currentForce } from '@/lib/config/current-force'
import { requireTier } from '@/lib/config/tier'
import type { IndexKind } from '@/lib/domain/index-term'
import { INDEX_PRIVATE } from './key-files'
import { loadSodium } from './sodium'

const KEY_BYTES = 32
const KEY_ID_BYTES = 16

/** How much of a hash is kept: enough to find few cases, too little to be sure that it is one of them. */
const termBytes: Readonly<Record<IndexKind, number>> = { telephone: 4, email: 4, postcode: 3, surname: 3 }

/** A secret that terms are hashed under, and its id. */
export interface IndexKey {
  readonly id: string
  readonly privateKey: Uint8Array
}

/** What lies in the index for one identifier of a case. */
export interface BlindTerm {
  readonly kind: IndexKind
  readonly term: Uint8Array
}

// Called a private key so that a public tier refuses to start beside it, like any other.
const keyFile = z.object({
  id: z.string(),
  privateKey: z.base64(),
  idBefore: z.string().exactOptional(),
  privateKeyBefore: z.base64().exactOptional(),
})

/** Makes the key of the search index where a folder has none, and says whether it did. */
export async function createIndexKey(dir: string): Promise<boolean> {
  if (existsSync(join(dir, INDEX_PRIVATE))) return false
  await mkdir(dir, { recursive: true, mode: 0o700 })
  await store(dir, await newKey())
  return true
}

/**
 * Puts a new key in the place of the index's, as is to be done each year. What lies under the one before is found until the worker
 * has made it anew under this one; a key of before that is forgotten.
 */
export async function renewIndexKey(dir: string): Promise<void> {
  const { id: idBefore, privateKey: privateKeyBefore } = read(dir)
  await store(dir, { ...(await newKey()), idBefore, privateKeyBefore })
}

/** The keys a search tries: the current one first, and the one before it. Throws in the public tier, and where there is none. */
export function indexKeys(dir: string): readonly [IndexKey, ...IndexKey[]] {
  requireTier('staff', 'The key of the search index')
  const { id, privateKey, idBefore, privateKeyBefore } = read(dir)
  const current = { id, privateKey: bytes(privateKey) }
  if (idBefore === undefined || privateKeyBefore === undefined) return [current]
  return [current, { id: idBefore, privateKey: bytes(privateKeyBefore) }]
}

/** What the index holds for an identifier in its normal form: some bytes of a keyed hash. Each kind and force has a key of its own. */
export async function blindTerm(key: IndexKey, kind: IndexKind, normal: string): Promise<Uint8Array> {
  const hash = await blindHash(key, kind, normal)
  return hash.slice(0, termBytes[kind])
}

/**
 * The whole hash, of which a term of the index is the beginning: for links that staff declare, where a likeness would keep the wrong
 * cases from them. `person`: a surname and a postcode together. `declared-postcode`: one that is somebody’s own, hashed so that
 * its beginning is no term of the index: a copy of the database is not to say who lives near whom.
 */
export async function blindHash(
  key: IndexKey,
  kind: IndexKind | 'person' | 'declared-postcode',
  normal: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const sodium = await loadSodium()
  const use = `alongside/index/1/${currentForce().id}/${kind}`
  const own = sodium.crypto_generichash(KEY_BYTES, use, key.privateKey)
  const hash = sodium.crypto_generichash(KEY_BYTES, normal, own)
  sodium.memzero(own)
  return new Uint8Array(hash)
}

/** Stands where there is nothing to find, so that the index does not say who gave no telephone number. */
export async function emptyTerm(kind: IndexKind): Promise<Uint8Array> {
  return (await loadSodium()).randombytes_buf(termBytes[kind])
}

async function newKey(): Promise<{ readonly id: string; readonly privateKey: string }> {
  const sodium = await loadSodium()
  const key = sodium.randombytes_buf(KEY_BYTES)
  const id = sodium.to_hex(sodium.crypto_generichash(KEY_ID_BYTES, 'alongside/index/1/id', key))
  return { id, privateKey: Buffer.from(key).toString('base64') }
}

/** Whole or not at all: a server reads it at each search. */
async function store(dir: string, content: z.infer<typeof keyFile>): Promise<void> {
  const beside = join(dir, `${INDEX_PRIVATE}.new`)
  await writeFile(beside, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 })
  await rename(beside, join(dir, INDEX_PRIVATE))
}

function read(dir: string): z.infer<typeof keyFile> {
  return keyFile.parse(JSON.parse(readFileSync(join(dir, INDEX_PRIVATE), 'utf8')))
}

function bytes(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'))
}
