import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { appendFileSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sodium from 'libsodium-wrappers-sumo'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ensureKeys, leastReport, play, reporter } from '@/e2e/factories/play'
import { sealedCases, type SealedCase } from '@/e2e/factories/sealed-cases'
import { addNote } from '@/lib/commands/add-note'
import { submitJourney } from '@/lib/commands/submit-journey'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { readDraft } from '@/lib/drafts/read-draft'
import { asSuperuser } from '@/scripts/testing/as-superuser'
import { ownDatabase } from '@/scripts/testing/own-database'
import { openSubmission } from './open-submission'
import { policyContext } from './policy-context'
import { revealIdentity } from './reveal-identity'

/*
 * The disk of the log is full. Where the machine lets us mount one it is a real one of two megabytes that the log's tables lie on; elsewhere the
 * database is made to answer as it does then.
 */
await ownDatabase()
const actor: Actor = { id: randomUUID(), name: 'Somebody', role: 'supervisor', districts: [] }
const home = mkdtempSync(join(tmpdir(), 'alongside-full-'))
const disk = join(home, 'disk')
const filler = join(disk, 'filler')
const tables = ['audit_event', 'audit_link'] as const
const most = 400
let mounted = false
let cases: readonly SealedCase[] = []

const root = (...statements: readonly string[]) => asSuperuser(env().MIGRATE_DATABASE_URL ?? '', statements)

beforeAll(async () => {
  await ensureKeys()
  const account = { id: actor.id, email: `${actor.id}@example.test`, name: 'Somebody', role: 'supervisor' }
  await ownerDb().account.create({ data: { ...account, passwordHash: '', totpSecret: new Uint8Array() } })
  cases = await sealedCases(1, () => undefined)
  mkdirSync(disk)
  mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]).status === 0
  if (mounted) await moveLog()
  process.stdout.write(
    `  The log's disk: ${mounted ? 'a real one, of two megabytes' : 'as the database answers'}\n`,
  )
})

afterAll(async () => {
  if (mounted) {
    rmSync(filler, { force: true })
    try {
      await root(
        ...tables.map((table) => `ALTER TABLE ${table} SET TABLESPACE pg_default`),
        ...(await indexes()).map((index) => `ALTER INDEX ${index} SET TABLESPACE pg_default`),
        'DROP TABLESPACE small',
      )
    } finally {
      spawnSync('umount', [disk])
    }
  }
  rmSync(home, { recursive: true, force: true })
})

async function indexes(): Promise<readonly string[]> {
  const rows = await ownerDb().$queryRaw<{ name: string }[]>`
    SELECT quote_ident(indexname) AS name FROM pg_indexes WHERE tablename IN ('audit_event', 'audit_link')`
  return rows.map(({ name }) => name)
}

/** Whoever runs PostgreSQL has to be able to write there. */
async function moveLog(): Promise<void> {
  const [data] = await root(`SELECT current_setting('data_directory') AS at`)
  const { uid, gid } = statSync(String(data?.at))
  const inside = join(disk, 'log')
  mkdirSync(inside, { mode: 0o700 })
  chownSync(inside, uid, gid)
  await root(
    `CREATE TABLESPACE small LOCATION '${inside}'`,
    ...tables.map((table) => `ALTER TABLE ${table} SET TABLESPACE small`),
    ...(await indexes()).map((index) => `ALTER INDEX ${index} SET TABLESPACE small`),
  )
}

async function fill(): Promise<void> {
  if (!mounted) {
    await root(
      `CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`,
      `CREATE TRIGGER full_disk BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION full_disk()`,
    )
    return
  }
  for (let size = 65_536; size >= 512;) {
    try {
      appendFileSync(filler, Buffer.alloc(size))
    } catch {
      size /= 2
    }
  }
  // There is room left in the last pages of the tables themselves: it is used up by looking.
  for (let tries = 0; tries < most; tries += 1) if ((await look()) === 'not-logged') return
  throw new Error('The disk never was full.')
}

async function empty(): Promise<void> {
  if (mounted) rmSync(filler)
  else await root('DROP TRIGGER full_disk ON audit_event', 'DROP FUNCTION full_disk()')
}

const theCase = () => {
  const [one] = cases
  if (one === undefined) throw new Error('no case')
  return one
}

const look = () => codeOf(openSubmission(actor, theCase().reference, 'supervision'))

async function codeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act
    return 'done'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

const rowsNow = () => ownerDb().auditEvent.count()

async function post() {
  const cookie = await play(reporter, leastReport)
  const token = (await readDraft('public', cookie))?.journeys.report?.token ?? ''
  return { slot: 'public', channel: 'online', locale: 'en', journeyId: 'report', token, cookie } as const
}

test('nothing is opened, nothing is changed, and nothing that was acknowledged is lost while the log cannot be written', async () => {
  const waiting = await post()
  await fill()
  await sodium.ready
  const key = vi.spyOn(sodium, 'crypto_box_seal_open')
  const before = await rowsNow()
  const { reference, id } = theCase()
  const { version } = await ownerDb().case.findUniqueOrThrow({ where: { id } })

  for (let tries = 0; tries < 50; tries += 1) expect(await look()).toBe('not-logged')
  const asking = { reason: 'risk', wish: null } as const
  expect(await codeOf(revealIdentity(actor, reference, asking, policyContext(true)))).toBe('not-logged')
  expect(key).not.toHaveBeenCalled()
  key.mockRestore()

  const note = { reference, version, text: 'Written while the disk was full' }
  expect(await codeOf(addNote(actor, note))).toBe('not-logged')
  expect(await ownerDb().case.findUniqueOrThrow({ where: { id } })).toMatchObject({ version })
  expect(await ownerDb().caseEvent.count({ where: { caseId: id } })).toBe(1)

  expect(await codeOf(submitJourney(waiting))).toBe('not-logged')
  const draft = await readDraft('public', waiting.cookie)
  expect(draft?.sent).toBeNull()
  expect(draft?.journeys.report?.answers).toMatchObject({ role: 'victim' })
  expect(await ownerDb().submission.count()).toBe(1)
  expect(await rowsNow()).toBe(before)

  await empty()
  expect(await submitJourney(waiting)).toMatchObject({ ok: true, now: true })
  expect(await submitJourney(waiting)).toMatchObject({ ok: true, now: false })
  expect(await look()).toBe('done')
  process.stdout.write('  Log full: 51 looks tried, 0 opened, 0 rows, the key never touched\n')
})
