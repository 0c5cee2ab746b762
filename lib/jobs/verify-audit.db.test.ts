import { beforeAll, describe, expect, it } from 'vitest'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import type { AuditChain, ChainHead } from '@/lib/domain/audit-chain'
import { asSuperuser } from '../../scripts/testing/as-superuser'
import { ownDatabase } from '../../scripts/testing/own-database'
import { verifyAudit } from './verify-audit'

// Its chains begin with the rows made here, not with those of a whole test run.
await ownDatabase()

const schema = 'tampered'
const none: Record<AuditChain, readonly ChainHead[]> = { intake: [], desk: [] }
const url = () => env().MIGRATE_DATABASE_URL ?? env().DATABASE_URL

/** The database as somebody sees it who looks into the copy of the audit instead. */
function copyUrl(): string {
  const to = new URL(url())
  to.searchParams.set('options', `-c search_path=${schema},public`)
  return to.href
}

const asRoot = (...statements: readonly string[]) => asSuperuser(url(), statements)

const words = ['Zoë', 'a\tb', 'line\nbreak', 'back\\slash', 'كلمة', '{"x":1}', '\\N', '', '🏳️‍🌈']
const rowsMade = 60

/** Rows as the product writes them, with every kind of text there could be in one. */
async function someRows(): Promise<void> {
  for (let count = 0; count < rowsMade; count += 1) {
    const word = words[count % words.length] ?? ''
    await ownerDb().auditEvent.createMany({
      data: [
        {
          at: new Date(1_780_000_000_000 + count),
          action: `act ${word}`,
          role: null,
          detail: { word, count },
        },
      ],
    })
  }
}

/** A fresh copy of the newest rows, as a chain that begins with them is not one: all of it. */
async function freshCopy(): Promise<void> {
  await asRoot(
    `DROP SCHEMA IF EXISTS ${schema} CASCADE`,
    `CREATE SCHEMA ${schema}`,
    `CREATE TABLE ${schema}.audit_event AS TABLE public.audit_event`,
    `CREATE TABLE ${schema}.audit_link AS TABLE public.audit_link`,
    `GRANT USAGE ON SCHEMA ${schema} TO alongside_owner`,
    `GRANT SELECT ON ALL TABLES IN SCHEMA ${schema} TO alongside_owner`,
  )
}

async function headsNow(): Promise<Record<AuditChain, readonly ChainHead[]>> {
  const { chains } = await verifyAudit(url(), none)
  const of = (chain: AuditChain) =>
    chains.filter((report) => report.chain === chain).map(({ position, hash }) => ({ position, hash }))
  return { intake: of('intake'), desk: of('desk') }
}

beforeAll(someRows)

it('the audit as it is has no fault, whatever words are in it', async () => {
  const { chains, unlinked } = await verifyAudit(url(), none)
  expect(chains.map(({ faults }) => faults)).toEqual([[], []])
  expect(unlinked).toEqual([])
  expect(chains.find(({ chain }) => chain === 'desk')?.position).toBeGreaterThanOrEqual(rowsMade)
})

it('many at once are one chain', async () => {
  const data = { at: new Date(), action: 'at-once', detail: {} }
  await Promise.all(Array.from({ length: 40 }, () => ownerDb().auditEvent.createMany({ data: [data] })))
  const { chains } = await verifyAudit(url(), none)
  expect(chains.flatMap(({ faults }) => faults)).toEqual([])
})

it('what is undone leaves no link, and no gap', async () => {
  const before = await headsNow()
  const undone = ownerDb().$transaction(async (tx) => {
    await tx.auditEvent.createMany({ data: [{ at: new Date(), action: 'undone', detail: {} }] })
    throw new Error('undo')
  })
  await expect(undone).rejects.toThrow('undo')
  expect(await headsNow()).toEqual(before)
})

const middle = `(SELECT seq FROM ${schema}.audit_link WHERE chain = 'desk' ORDER BY position OFFSET 20 LIMIT 1)`
const later = `(SELECT seq FROM ${schema}.audit_link WHERE chain = 'desk' ORDER BY position OFFSET 25 LIMIT 1)`

describe('somebody who may do everything in the database', () => {
  it.each<[string, readonly string[]]>([
    ['changes a word', [`UPDATE ${schema}.audit_event SET action = 'closed' WHERE seq = ${middle}`]],
    [
      'changes a time by a millisecond',
      [`UPDATE ${schema}.audit_event SET at = at + interval '1 millisecond' WHERE seq = ${middle}`],
    ],
    [
      'changes a detail',
      [`UPDATE ${schema}.audit_event SET detail = detail || '{"x":1}' WHERE seq = ${middle}`],
    ],
    ['deletes a row', [`DELETE FROM ${schema}.audit_event WHERE seq = ${middle}`]],
    [
      'deletes a row with its link, and closes the gap',
      [
        `CREATE TEMP TABLE gone AS SELECT seq, position FROM ${schema}.audit_link WHERE seq = ${middle}`,
        `DELETE FROM ${schema}.audit_event WHERE seq = (SELECT seq FROM gone)`,
        `DELETE FROM ${schema}.audit_link WHERE seq = (SELECT seq FROM gone)`,
        `UPDATE ${schema}.audit_link SET position = position - 1 WHERE chain = 'desk' AND position > (SELECT position FROM gone)`,
      ],
    ],
    [
      'puts a row in',
      [`INSERT INTO ${schema}.audit_event (seq, at, action, detail) VALUES (999999999, now(), 'x', '{}')`],
    ],
    [
      'exchanges two rows',
      [
        `CREATE TEMP TABLE pair AS SELECT ${middle} AS one, ${later} AS other`,
        `UPDATE ${schema}.audit_link SET seq = CASE seq WHEN (SELECT one FROM pair) THEN (SELECT other FROM pair) ELSE (SELECT one FROM pair) END
          WHERE seq IN (SELECT one FROM pair UNION SELECT other FROM pair)`,
      ],
    ],
    [
      'cuts the end off',
      [
        `DELETE FROM ${schema}.audit_event WHERE seq IN (SELECT seq FROM ${schema}.audit_link WHERE chain = 'desk' ORDER BY position DESC LIMIT 1)`,
        `DELETE FROM ${schema}.audit_link WHERE chain = 'desk' AND position = (SELECT max(position) FROM ${schema}.audit_link WHERE chain = 'desk')`,
      ],
    ],
    [
      'makes the whole chain anew',
      [
        `UPDATE ${schema}.audit_event SET actor_id = gen_random_uuid() WHERE seq = ${middle}`,
        `DO $$ DECLARE l record; before bytea := decode(repeat('00', 32), 'hex'); BEGIN
          FOR l IN SELECT k.position, k.linked_at, e FROM ${schema}.audit_link k JOIN ${schema}.audit_event e ON e.seq = k.seq
                    WHERE k.chain = 'desk' ORDER BY k.position LOOP
            before := sha256(convert_to('alongside/audit/v1' || chr(10) || 'desk' || chr(10) || l.position || chr(10)
              || public.audit_moment(l.linked_at) || chr(10), 'UTF8') || before || convert_to(public.audit_text(
              jsonb_populate_record(NULL::public.audit_event, to_jsonb(l.e))), 'UTF8'));
            UPDATE ${schema}.audit_link SET hash = before WHERE chain = 'desk' AND position = l.position;
          END LOOP; END $$`,
      ],
    ],
  ])('and %s is found out', async (_, statements) => {
    const before = await headsNow()
    await freshCopy()
    const found = async () => {
      const { chains, unlinked } = await verifyAudit(copyUrl(), before)
      return chains
        .flatMap(({ faults }) => faults.map(({ kind }) => kind))
        .concat(unlinked.map(() => 'altered'))
    }
    expect(await found()).toEqual([])
    await asRoot(...statements)
    expect(await found()).not.toEqual([])
  })
})

it('nobody can change a link by the ways there are', async () => {
  for (const statement of [
    'UPDATE audit_link SET position = 1',
    'DELETE FROM audit_link',
    'TRUNCATE audit_link',
  ])
    await expect(ownerDb().$executeRawUnsafe(statement)).rejects.toThrow(/append-only/)
})
