import { appendFileSync } from 'node:fs'
import { randomInt, randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import { checkChain } from '@/lib/domain/audit-chain'
import type { ChainHead } from '@/lib/domain/audit-chain'
import { linkOf, linksOf, sha256, unlinkedRows } from '@/lib/jobs/verify-audit'
import { ownDatabase } from '../../scripts/testing/own-database'

/*
 * Somebody who may do everything in the database, past every rule, changes the rows of real chains in six ways, a thousand times each. Each try is
 * a transaction that is undone; in it the whole chain is checked by the product's own query and rule, against checkpoints from outside.
 */
await ownDatabase()
const tries = Number(process.env.TAMPERINGS ?? 1_000)
/** Rows of a chain; a new one after so many tries of each kind. */
const rows = 40
const chains = 20

const client = new pg.Client({ connectionString: env().MIGRATE_DATABASE_URL })
/** Values as the database writes them. */
const asWritten = { getTypeParser: () => (value: string) => value } as unknown as pg.CustomTypesConfig

beforeAll(async () => {
  await client.connect()
  // Nothing that forbids changes is asked any more.
  await client.query('ALTER TABLE audit_link DROP CONSTRAINT IF EXISTS audit_link_seq_key')
  await client.query('DROP INDEX IF EXISTS audit_link_seq_key')
  await client.query('SET session_replication_role = replica')
})
afterAll(() => client.end())

async function valuesOf(text: string): Promise<readonly (string | null)[][]> {
  const found = await client.query<(string | null)[]>({ text, rowMode: 'array', types: asWritten })
  return found.rows.map((row) =>
    row.map((value) => (value === null ? null : Buffer.from(value, 'utf8').toString('latin1'))),
  )
}

/** What is wrong with the chain as it is in this transaction. */
async function faultsNow(checkpoints: readonly ChainHead[]): Promise<number> {
  const check = checkChain('desk', checkpoints, sha256)
  const faults = (await valuesOf(linksOf('desk'))).flatMap((row) => check.next(linkOf(row)))
  return faults.length + check.end().faults.length + (await valuesOf(unlinkedRows)).length
}

const words = ['Zoë', 'a\tb', 'line\nbreak', 'back\\slash', 'كلمة', '{"x":1}', '\\N', '', '🏳️‍🌈']

/** A new chain, as the product writes it, and checkpoints of its end and of a row on the way. */
async function newChain(): Promise<readonly ChainHead[]> {
  await client.query('TRUNCATE audit_link, audit_event')
  const data = Array.from({ length: rows }, (_, count) => ({
    ...{ at: new Date(1_780_000_000_000 + count), action: `act ${words[count % words.length] ?? ''}` },
    ...{ actorId: randomUUID(), caseId: randomUUID(), reference: `HC-${String(count)}`, role: 'triager' },
    detail: { word: words[(count * 7) % words.length] ?? '', count },
  }))
  await ownerDb().auditEvent.createMany({ data })
  const links = (await valuesOf(linksOf('desk'))).map((row) => linkOf(row))
  const heads = links.map(({ position, hash }) => ({ position, hash }))
  return heads.filter(({ position }) => position === rows || position === rows / 2)
}

const seqAt = (position: number) => `(SELECT seq FROM audit_link WHERE position = ${String(position)})`
const someRow = () => randomInt(1, rows + 1)
const pick = <T>(from: readonly [T, ...T[]]): T => from[randomInt(from.length)] ?? from[0]

/** Every hash from `position` on, made anew by the database's own rule, as somebody would who knows it. */
const madeAnew = (position: number) => `DO $$ DECLARE l record; before bytea; BEGIN
  SELECT hash INTO before FROM audit_link WHERE position = ${String(position - 1)};
  before := coalesce(before, decode(repeat('00', 32), 'hex'));
  FOR l IN SELECT k.position, k.linked_at, e FROM audit_link k JOIN audit_event e ON e.seq = k.seq
            WHERE k.position >= ${String(position)} ORDER BY k.position LOOP
    before := sha256(convert_to('alongside/audit/v1' || chr(10) || 'desk' || chr(10) || l.position || chr(10)
      || audit_moment(l.linked_at) || chr(10), 'UTF8') || before || convert_to(audit_text(l.e), 'UTF8'));
    UPDATE audit_link SET hash = before WHERE position = l.position;
  END LOOP; END $$`

const edits = [
  `at = at + interval '1 millisecond'`,
  `actor_id = gen_random_uuid()`,
  'actor_id = NULL',
  `role = role || ' '`,
  `action = action || 'x'`,
  'case_id = NULL',
  `reference = reference || '0'`,
  `detail = detail || '{"x":1}'`,
  `detail = '{}'`,
  `force = coalesce(force, '') || 'x'`,
] as const

const kinds: Readonly<Record<string, () => readonly string[]>> = {
  'rows edited': () => [`UPDATE audit_event SET ${pick(edits)} WHERE seq = ${seqAt(someRow())}`],
  'rows deleted': () => {
    const position = someRow()
    const row = `DELETE FROM audit_event WHERE seq = ${seqAt(position)}`
    const link = `DELETE FROM audit_link WHERE position = ${String(position)}`
    const closed = `UPDATE audit_link SET position = position - 1 WHERE position > ${String(position)}`
    return pick([[row], [row, link], [row, link, closed]])
  },
  'rows inserted': () => {
    const position = someRow()
    const row = `INSERT INTO audit_event (seq, at, action, detail) VALUES (999999999, now(), 'put in', '{}')`
    // From the last on, so that no two links are ever in one place.
    const moved = `DO $$ BEGIN FOR p IN REVERSE ${String(rows)}..${String(position)} LOOP
      UPDATE audit_link SET position = p + 1 WHERE position = p; END LOOP; END $$`
    const link = `INSERT INTO audit_link (chain, position, seq, linked_at, hash)
      VALUES ('desk', ${String(position)}, 999999999, now(), sha256('x'))`
    return pick([[row], [row, moved, link]])
  },
  'rows reordered': () => {
    const one = someRow()
    const other = (one % rows) + 1
    const swap = (column: string) =>
      `UPDATE audit_link k SET ${column} = o.${column} FROM audit_link o
        WHERE (k.position, o.position) IN ((${String(one)}, ${String(other)}), (${String(other)}, ${String(one)}))`
    return pick([[swap('seq')], [swap('seq'), swap('hash')], [swap('seq'), swap('linked_at'), swap('hash')]])
  },
  'ends cut off': () => {
    const from = String(someRow())
    return [
      `DELETE FROM audit_event WHERE seq IN (SELECT seq FROM audit_link WHERE position >= ${from})`,
      `DELETE FROM audit_link WHERE position >= ${from}`,
    ]
  },
  'chains written anew': () => {
    const from = someRow()
    return [`UPDATE audit_event SET ${pick(edits)} WHERE seq = ${seqAt(from)}`, madeAnew(from)]
  },
}

async function tried(statements: readonly string[], checkpoints: readonly ChainHead[]): Promise<boolean> {
  await client.query('BEGIN')
  try {
    for (const statement of statements) await client.query(statement)
    return (await faultsNow(checkpoints)) > 0
  } finally {
    await client.query('ROLLBACK')
  }
}

test('whatever is done to the rows of a chain is found', { timeout: 1_200_000 }, async () => {
  const found = new Map<string, number>()
  const missed: string[] = []
  for (let chain = 0; chain < chains; chain += 1) {
    const checkpoints = await newChain()
    expect(await faultsNow(checkpoints)).toBe(0)
    for (const [kind, tamper] of Object.entries(kinds))
      for (let count = 0; count < Math.ceil(tries / chains); count += 1) {
        const statements = tamper()
        if (await tried(statements, checkpoints)) found.set(kind, (found.get(kind) ?? 0) + 1)
        else missed.push(`${kind}: ${statements.join('; ')}`)
      }
    expect(await faultsNow(checkpoints)).toBe(0)
  }
  const sum = [...found.values()].reduce((all, one) => all + one, 0)
  process.stdout.write(
    `  Tampering in PostgreSQL: ${[...found].map(([kind, count]) => `${String(count)} ${kind}`).join(', ')}; ${String(missed.length)} not found\n`,
  )
  tell({ 'tamperings of the audit': sum + missed.length, 'tamperings found': sum })
  expect(missed.slice(0, 5)).toEqual([])
})

function tell(figures: Readonly<Record<string, number>>): void {
  const file = process.env.HOSTILE_FIGURES
  if (file === undefined) return
  for (const [figure, by] of Object.entries(figures))
    appendFileSync(file, `${JSON.stringify({ figure, by })}\n`)
}
