import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sodium from 'libsodium-wrappers-sumo'
import { beforeAll, describe, expect, test } from 'vitest'
import { sealedCases, type SealedCase } from '@/e2e/factories/sealed-cases'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import { openSubmission } from '@/lib/queries/open-submission'
import { createKeys } from '@/lib/sealing/create-keys'
import { keyPair } from '@/lib/sealing/key-ring'
import { ownDatabase } from '../own-database'
import { noteOpens, type Opened } from './note-opens'
import { openBox, ownEyes } from './own-eyes'
import { reconcile } from './reconcile'
import { noteReadsIn } from './settings'
import { readsIn } from './tell-reads'

await ownDatabase()
const url = () => env().MIGRATE_DATABASE_URL ?? ''
const actor: Actor = { id: randomUUID(), name: 'Somebody', role: 'supervisor', districts: [] }
const noted: Opened[] = []
let cases: readonly SealedCase[] = []

beforeAll(async () => {
  await createKeys(env().KEY_DIR)
  const account = { id: actor.id, email: `${actor.id}@example.test`, name: 'Somebody', role: 'supervisor' }
  await ownerDb().account.create({ data: { ...account, passwordHash: '', totpSecret: new Uint8Array() } })
  cases = await sealedCases(4, () => undefined)
  // What the whole run has hooked is hooked again here, to see what it sees.
  const again = Object.create(sodium) as typeof sodium
  noteOpens(again, (opened) => noted.push(opened))
  Object.assign(sodium, { crypto_box_seal_open: again.crypto_box_seal_open })
})

async function rowFor(one: SealedCase, action: string): Promise<void> {
  const { id: caseId, reference } = one
  await ownerDb().auditEvent.createMany({ data: [{ at: new Date(), action, caseId, reference, detail: {} }] })
}

async function boxOf({ id }: SealedCase) {
  const { box } = await ownerDb().submission.findUniqueOrThrow({
    where: { id },
    include: { box: { include: { fields: true, wraps: true } } },
  })
  return box
}

/** What is noted while `work` runs. */
async function during(work: () => Promise<unknown>): Promise<readonly Opened[]> {
  const before = noted.length
  await work()
  return noted.slice(before)
}

const caseAt = (at: number) => {
  const found = cases[at]
  if (found === undefined) throw new Error('no case')
  return found
}

describe('the proof that every read has its row', () => {
  test('counts what the product opens, each box with its row', async () => {
    const { reference } = caseAt(0)
    const reads = await during(() => openSubmission(actor, reference, 'supervision'))
    expect(reads.map(({ purpose }) => purpose).sort()).toEqual(['message', 'note', 'submission'])
    expect(await reconcile(reads, url())).toMatchObject({ reads: 3, withRow: 3, without: [] })
  })

  test('fails for a read that was planted without a row', async () => {
    const reads = await during(async () => openBox(await boxOf(caseAt(1))))
    expect(await reconcile(reads, url())).toMatchObject({ reads: 1, withRow: 0, without: reads })
  })

  test('lets no row stand for two reads of a box, for one before it, or for another case', async () => {
    const box = await boxOf(caseAt(2))
    await rowFor(caseAt(2), 'opened')
    const reads = await during(async () => {
      await openBox(box)
      await openBox(box)
    })
    expect(await reconcile(reads, url())).toMatchObject({ reads: 2, withRow: 1 })
    const other = await during(async () => openBox(await boxOf(caseAt(3))))
    await rowFor(caseAt(3), 'opened')
    expect(
      await reconcile(
        other.map((read) => ({ ...read, at: read.at - 5_000 })),
        url(),
      ),
    ).toMatchObject({ withRow: 0 })
    await rowFor(caseAt(3), 'revealed')
    const late = [{ ...(reads[0] ?? fail()), at: Date.now() + 3_600_000 }]
    expect(await reconcile(late, url())).toMatchObject({ withRow: 0 })
  })

  test('notes nothing that the holder of a return code opens with their own key', async () => {
    const reads = [{ at: Date.now(), box: randomUUID(), purpose: 'message', key: `reporter-${randomUUID()}` }]
    expect(await reconcile(reads, url())).toEqual({ reads: 0, withRow: 0, without: [] })
  })

  test('sees what another process opens that was started with it', async () => {
    const box = await boxOf(caseAt(0))
    const pair = keyPair(env().KEY_DIR)
    const dir = mkdtempSync(join(tmpdir(), 'alongside-reads-'))
    const program = join(dir, 'opens.mjs')
    const library = join(process.cwd(), 'node_modules/libsodium-wrappers-sumo/dist')
    const wrap = box.wraps.find(({ keyId }) => keyId === pair.id)?.wrap ?? new Uint8Array()
    const [sealed, publicKey, privateKey] = [wrap.subarray(1), pair.publicKey, pair.privateKey].map((bytes) =>
      JSON.stringify([...bytes]),
    )
    writeFileSync(
      program,
      `import { createRequire } from 'node:module'
       import one from '${library}/modules-sumo-esm/libsodium-wrappers.mjs'
       const other = createRequire('${process.cwd()}/')('libsodium-wrappers-sumo')
       const bytes = (list) => new Uint8Array(list)
       for (const sodium of [one, other]) {
         await sodium.ready
         sodium.crypto_box_seal_open(bytes(${sealed ?? ''}), bytes(${publicKey ?? ''}), bytes(${privateKey ?? ''}), 'text')
       }`,
    )
    const file = join(dir, 'reads.jsonl')
    const ran = spawnSync(process.execPath, [program], {
      env: { ...process.env, ...noteReadsIn(file) },
      encoding: 'utf8',
    })
    expect(ran.stderr).toBe('')
    expect(readsIn(file).map(({ box: id, purpose, key }) => [id, purpose, key])).toEqual([
      [box.id, 'submission', pair.id],
      [box.id, 'submission', pair.id],
    ])
  })
})

test('what a test looks at itself is no read of the product', () => {
  expect(ownEyes(() => 1)).toBe(1)
})

function fail(): never {
  throw new Error('nothing was read')
}
