import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testSecrets } from '@/scripts/testing/secrets'
import { decodeSession, encodeSession, newSessionId } from '@/lib/auth/session-token'
import { openTotpSecret, sealTotpSecret } from '@/lib/auth/totp-secret'
import { emptyDraft } from '@/lib/drafts/draft'
import { decryptDraft, encryptDraft } from '@/lib/drafts/draft-cipher'
import { draftKeys } from '@/lib/drafts/draft-keys'
import type { DraftKeys } from '@/lib/drafts/draft-keys'
import { createKeys } from '@/lib/sealing/create-keys'
import { keyPair, publicKeys, returnCodeSalt } from '@/lib/sealing/key-ring'
import { openWith } from '@/lib/sealing/open-with'
import type { Opener } from '@/lib/sealing/open-with'
import { deriveCodeKeys, openPrivateKey, returnCodeRow } from '@/lib/sealing/return-code-keys'
import { sealFor } from '@/lib/sealing/seal'
import type { SealedBoxRow } from '@/lib/sealing/box'

/** Something sealed, in its place: whoever holds its keys opens it there, and nothing else. */
export interface Lock {
  readonly name: string
  readonly sealed: Uint8Array
  /** Opens other bytes in this place, with every key this place has. Rejects where they do not open. */
  readonly open: (bytes: Uint8Array) => Promise<unknown>
}

const force = 'hertfordshire'
const boxes = 8
const each = 5

/** Makes every kind of thing the product seals, several of each. Gives the folder's keys the whole run uses. */
export async function makeLocks(): Promise<{ locks: readonly Lock[]; box: SealedBoxRow; opener: Opener }> {
  const dir = mkdtempSync(join(tmpdir(), 'hostile-keys-'))
  await createKeys(dir)
  Object.assign(process.env, { DATABASE_URL: 'postgresql://127.0.0.1:1/none', KEY_DIR: dir, ...testSecrets })
  const opener = { force, pair: keyPair(dir) }
  const rows = await times(boxes, (index) =>
    sealFor({ force, keys: publicKeys(dir) }, index % 2 === 0 ? 'submission' : 'message', {
      answers: `answers ${String(index)}`,
      contact: `contact ${String(index)}`,
    }),
  )
  const [box] = rows
  if (box === undefined) throw new Error('No box was sealed.')
  const locks = [
    ...rows.flatMap((row) => boxLocks(row, opener)),
    ...(await times(each, draftLocks)).flat(),
    ...(await times(each, () => Promise.resolve(totpLock()))),
    ...(await times(each, returnCodeLock(dir))),
    ...(await times(each, sessionLock)),
  ]
  return { locks, box, opener }
}

function times<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => make(index)))
}

/** A lock for each field and for the wrap that the opener's key opens. */
function boxLocks(box: SealedBoxRow, opener: Opener): readonly Lock[] {
  const fields = box.fields.map(({ field, ciphertext }) => ({
    name: `field ${field} of ${box.purpose} ${box.id}`,
    sealed: ciphertext,
    open: (bytes: Uint8Array) => openWith(opener, withField(box, field, bytes), [field]),
  }))
  const wrap = box.wraps.find(({ keyId }) => keyId === opener.pair.id)?.wrap ?? new Uint8Array()
  const wraps = (bytes: Uint8Array) => box.wraps.map((row) => ({ ...row, wrap: bytes }))
  return [
    ...fields,
    {
      name: `wrap of ${box.purpose} ${box.id}`,
      sealed: wrap,
      open: (bytes) => openWith(opener, { ...box, wraps: wraps(bytes) }),
    },
  ]
}

/** The box with other bytes in one of its fields. */
function withField(box: SealedBoxRow, field: string, ciphertext: Uint8Array): SealedBoxRow {
  return { ...box, fields: box.fields.map((row) => (row.field === field ? { ...row, ciphertext } : row)) }
}

/** Two revisions of one draft: neither opens in the place of the other. */
async function draftLocks(index: number): Promise<readonly Lock[]> {
  const keys = await draftKeys('public', randomBytes(32).toString('base64url'))
  if (keys === null) throw new Error('A cookie of ours has keys.')
  return Promise.all([1, 2].map((revision) => draftLock(keys, revision, index)))
}

async function draftLock(keys: DraftKeys, revision: number, index: number): Promise<Lock> {
  return {
    name: `draft ${String(index)} at revision ${String(revision)}`,
    sealed: await encryptDraft(keys, revision, emptyDraft('online')),
    open: (bytes) => decryptDraft(keys, revision, bytes),
  }
}

function totpLock(): Lock {
  const account = randomUUID()
  return {
    name: `authenticator secret of ${account}`,
    sealed: sealTotpSecret(account, 'JBSWY3DPEHPK3PXP'),
    open: (bytes) => Promise.resolve().then(() => openTotpSecret(account, bytes)),
  }
}

/** Of one code, used for every submission: nothing but the submission's own row may open, even so. */
function returnCodeLock(dir: string): (index: number) => Promise<Lock> {
  const code = '7K2QM4TD7K2QM4TD7K2Q'
  const derived = deriveCodeKeys(code, { pepper: testSecrets.RETURN_CODE_PEPPER, salt: returnCodeSalt(dir) })
  return async () => {
    const submission = randomUUID()
    const row = await returnCodeRow(code, submission)
    return {
      name: `key of the return code of ${submission}`,
      sealed: row.wrappedPrivateKey,
      open: async (bytes) => openPrivateKey(bytes, submission, (await derived).wrapKey),
    }
  }
}

async function sessionLock(): Promise<Lock> {
  const id = newSessionId()
  return {
    name: `session token ${id.slice(0, 8)}`,
    sealed: new Uint8Array(Buffer.from(await encodeSession(id))),
    open: async (bytes) => {
      // A token is found by the session in it: somebody else's whole token opens their session, and is no forgery.
      if ((await decodeSession(Buffer.from(bytes).toString('latin1'))) !== id)
        throw new Error('Not this session.')
    },
  }
}
