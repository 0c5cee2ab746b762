import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import pg from 'pg'
import { sealedCases } from '../factories/sealed-cases'
import type { SealedCase } from '../factories/sealed-cases'
import { ownDatabase } from '../../scripts/testing/own-database'
import { eraseCase, requestErasure } from '@/lib/commands/erase-case'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import { openSubmission } from '@/lib/queries/open-submission'
import { canonicalJson } from '@/lib/sealing/canonical-json'
import { createKeys } from '@/lib/sealing/create-keys'
import { INTAKE_PUBLIC, RECOVERY_PRIVATE, isIntakePrivate } from '@/lib/sealing/key-files'
import { keyPair } from '@/lib/sealing/key-ring'
import type { KeyPair } from '@/lib/sealing/key-ring'
import { loadSodium } from '@/lib/sealing/sodium'
import { recoverKeys } from '@/prisma/keys/recover-keys'
import { renewRecovery } from '@/prisma/keys/renew-recovery'
import { rotateKeys } from '@/prisma/keys/rotate-keys'
import { openWith } from '@/scripts/testing/reads/own-eyes'

/**
 * The whole life of keys, measured: `npm run keys:proof -- 5000 1000` does it with so many reports, and erases so many of them. What it says
 * at the end is what docs/decisions/0019 quotes.
 */
const reports = Number(process.env.PROOF_REPORTS ?? 200)
const erased = Number(process.env.PROOF_ERASED ?? 40)
const patience = 60_000 + reports * 500

const dir = await ownDatabase()
const offline = mkdtempSync(join(tmpdir(), 'alongside-proof-'))
const say = (line: string) => process.stdout.write(`  ${line}\n`)
const every = (what: string) => (done: number) => {
  if (done % 1_000 === 0) say(`${what}: ${String(done)}`)
}

const [first, second] = ['one', 'other'].map((name): Actor => ({
  ...{ id: randomUUID(), name, role: 'supervisor', districts: [] },
})) as [Actor, Actor]
let cases: readonly SealedCase[] = []

interface Box {
  readonly id: string
  readonly purpose: string
  readonly suite: number
  readonly fields: readonly {
    readonly field: string
    readonly version: number
    readonly ciphertext: Uint8Array
  }[]
  readonly wraps: readonly { readonly keyId: string; readonly wrap: Uint8Array }[]
}

/** The boxes of some cases, from the live tables or from those of a dump. */
async function boxesOf(some: readonly SealedCase[], schema: 'public' | 'dump'): Promise<readonly Box[]> {
  const ids = some.flatMap(({ written }) => [...written.keys()])
  const all = <T>(table: string, column: string) =>
    ownerDb().$queryRawUnsafe<T[]>(
      `SELECT * FROM ${schema}.${table} WHERE ${column} = ANY ($1::text[]::uuid[])`,
      ids,
    )
  const boxes = await all<{ id: string; purpose: string; suite: number }>('sealed_box', 'id')
  const fields = Map.groupBy(
    await all<Box['fields'][number] & { box_id: string }>('sealed_field', 'box_id'),
    ({ box_id }) => box_id,
  )
  const wraps = Map.groupBy(
    await all<{ box_id: string; key_id: string; wrap: Uint8Array }>('key_wrap', 'box_id'),
    ({ box_id }) => box_id,
  )
  return boxes.map((box) => ({
    ...box,
    fields: fields.get(box.id) ?? [],
    wraps: (wraps.get(box.id) ?? []).map(({ key_id: keyId, wrap }) => ({ keyId, wrap })),
  }))
}

/** Every private key there is in a folder, whatever its file is called, under the id of every wrap there is. */
function keysIn(folder: string, boxes: readonly Box[]): readonly KeyPair[] {
  const ids = [...new Set(boxes.flatMap(({ wraps }) => wraps.map(({ keyId }) => keyId)))]
  const ours = ids.filter((id) => !id.startsWith('reporter-'))
  return readdirSync(folder)
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>)
    .filter(({ privateKey, publicKey }) => privateKey !== undefined && publicKey !== undefined)
    .flatMap(({ privateKey = '', publicKey = '' }) =>
      ours.map((id) => ({ id, publicKey: bytes(publicKey), privateKey: bytes(privateKey) })),
    )
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

/** How many cases have a box that one of the keys opens; and how many open whole, equal byte for byte. */
async function readable(some: readonly SealedCase[], boxes: readonly Box[], keys: readonly KeyPair[]) {
  const byId = new Map(boxes.map((box) => [box.id, box]))
  const force = currentForce().id
  let [any, whole] = [0, 0]
  for (const { written } of some) {
    let equal = 0
    for (const [id, fields] of written) {
      const box = byId.get(id)
      for (const pair of box === undefined ? [] : keys) {
        const opened = box && (await openWith({ force, pair }, box).catch(() => null))
        if (!opened || canonicalJson(opened) !== canonicalJson(fields)) continue
        equal += 1
        break
      }
    }
    any += equal > 0 ? 1 : 0
    whole += equal === written.size ? 1 : 0
  }
  return { any, whole }
}

const online = async (some: readonly SealedCase[]) => {
  const boxes = await boxesOf(some, 'public')
  return readable(some, boxes, keysIn(dir, boxes))
}

/** A copy of every table, as a dump has it. */
async function dump(): Promise<void> {
  const tables = await ownerDb().$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`
  const client = new pg.Client({ connectionString: process.env.MIGRATE_DATABASE_URL })
  await client.connect()
  await client.query('CREATE SCHEMA dump')
  for (const { name } of tables) await client.query(`CREATE TABLE dump."${name}" AS TABLE public."${name}"`)
  await client.query(
    'GRANT USAGE ON SCHEMA dump TO alongside_owner; GRANT SELECT ON ALL TABLES IN SCHEMA dump TO alongside_owner',
  )
  await client.end()
}

async function erase({ reference, id }: SealedCase): Promise<void> {
  const seen = async () => {
    const { version } = await ownerDb().case.findUniqueOrThrow({ where: { id }, select: { version: true } })
    return { reference, version }
  }
  await requestErasure(first, { ...(await seen()), reason: 'retention-over' })
  await eraseCase({ actor: second, strongAt: new Date() }, await seen())
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await work()
  say(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return result
}

beforeAll(async () => {
  await loadSodium()
  await createKeys(dir)
  renameSync(join(dir, RECOVERY_PRIVATE), join(offline, RECOVERY_PRIVATE))
  for (const { id, name, role } of [first, second])
    await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name, role } })
  cases = await timed(`${String(reports)} reports sealed, four boxes each`, () =>
    sealedCases(reports, every('sealed')),
  )
}, patience)

describe('destroying the online keys', () => {
  test(
    'leaves nothing that opens, and the offline key brings every report back, byte for byte',
    async () => {
      expect(await online(cases)).toEqual({ any: reports, whole: reports })
      for (const file of readdirSync(dir).filter((name) => isIntakePrivate(name) || name === INTAKE_PUBLIC))
        rmSync(join(dir, file))
      expect(await online(cases)).toEqual({ any: 0, whole: 0 })
      const recovery = keyPair(offline, RECOVERY_PRIVATE)
      const report = await timed(`${String(reports * 4)} boxes recovered`, () =>
        recoverKeys(recovery, every('recovered')),
      )
      expect(report).toMatchObject({ done: reports * 4, unreadable: 0 })
      const { whole } = await online(cases)
      say(`Recovered from the offline key: ${String(whole)} of ${String(reports)} equal byte for byte`)
      expect(whole).toBe(reports)
    },
    patience,
  )
})

describe('erasing', () => {
  const gone = () => cases.slice(0, erased)
  const kept = () => cases.slice(erased)

  test(
    'leaves nothing to read in the live database, with every online key',
    async () => {
      await dump()
      const before = await boxesOf(gone(), 'dump')
      // The dump is one that can be read, while the keys of that day are there.
      expect(await readable(gone(), before, keysIn(dir, before))).toEqual({ any: erased, whole: erased })
      await timed(`${String(erased)} cases erased by two people`, async () => {
        for (const one of gone()) await erase(one)
      })
      const live = await online(gone())
      say(`Live after erasure: ${String(live.any)} of ${String(erased)} readable`)
      expect(live.any).toBe(0)
      const ids = gone().flatMap(({ written }) => [...written.keys()])
      for (const count of [
        await ownerDb().keyWrap.count({ where: { boxId: { in: ids } } }),
        await ownerDb().sealedField.count({ where: { boxId: { in: ids } } }),
        await ownerDb().message.count({ where: { submissionId: { in: gone().map(({ id }) => id) } } }),
        await ownerDb().returnCode.count({ where: { submissionId: { in: gone().map(({ id }) => id) } } }),
      ])
        expect(count).toBe(0)
      for (const { reference } of gone().slice(0, 10))
        await expect(openSubmission(first, reference, 'supervision')).rejects.toMatchObject({
          code: 'erased',
        })
    },
    patience,
  )

  test(
    'and nothing in a dump of before, with every online key of the day after',
    async () => {
      const report = await timed('The rotation of the night', () =>
        rotateKeys(
          { destroyOld: true, ifErased: true, leaveUnreadable: false, settle: 0 },
          every('wrapped anew'),
        ),
      )
      expect(report).toMatchObject({ rewrapped: (reports - erased) * 4, unreadable: 0, kept: 'none' })
      const old = await boxesOf(gone(), 'dump')
      const found = await readable(gone(), old, keysIn(dir, old))
      say(`Dump of before, online keys of the day after: ${String(found.any)} of ${String(erased)} readable`)
      expect(found.any).toBe(0)
      const rest = await online(kept())
      say(`Not erased: ${String(rest.whole)} of ${String(reports - erased)} equal byte for byte`)
      expect(rest.whole).toBe(reports - erased)
      expect(
        await rotateKeys({ destroyOld: true, ifErased: true, leaveUnreadable: false, settle: 0 }, every('')),
      ).toMatchObject({ made: null, kept: 'none' })
    },
    patience,
  )

  test(
    'what the offline key can still do with that dump is over when it is replaced',
    async () => {
      const old = await boxesOf(gone(), 'dump')
      const before = await readable(gone(), old, keysIn(offline, old))
      expect(before.any).toBe(erased)
      await renewRecovery(every('for the new recovery key'))
      rmSync(join(offline, RECOVERY_PRIVATE))
      renameSync(join(dir, RECOVERY_PRIVATE), join(offline, RECOVERY_PRIVATE))
      const after = await readable(gone(), old, [...keysIn(offline, old), ...keysIn(dir, old)])
      const live = await boxesOf(kept(), 'public')
      const rest = await readable(kept(), live, keysIn(offline, live))
      say(
        `The dump with the offline key: ${String(before.any)} of ${String(erased)} readable; with the one that replaced it: ${String(after.any)}`,
      )
      expect(after.any).toBe(0)
      expect(rest.whole).toBe(reports - erased)
    },
    patience,
  )
})
