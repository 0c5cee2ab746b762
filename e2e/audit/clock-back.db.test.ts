import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCheckpoints } from '@/lib/adapters/checkpoint-place'
import { asOf } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { auditSentences } from '@/lib/jobs/audit-sentences'
import { makeCheckpoints } from '@/lib/jobs/checkpoint'
import { flagUnusualLooking } from '@/lib/jobs/flag-unusual-looking'
import { trustedHeads } from '@/lib/jobs/trusted-heads'
import { verifyAudit } from '@/lib/jobs/verify-audit'
import { whoSaw } from '@/lib/queries/who-saw'
import { createAuditKey } from '@/lib/sealing/audit-key'
import { asSuperuser } from '../../scripts/testing/as-superuser'
import { ownDatabase } from '../../scripts/testing/own-database'

/*
 * The clock of the machine steps back by two hours, for the product and for the database alike. What the log says has to hold all the same.
 */
const keys = await ownDatabase()
const outside = mkdtempSync(join(tmpdir(), 'alongside-outside-'))
process.env.AUDIT_CHECKPOINTS = outside
const url = () => env().MIGRATE_DATABASE_URL ?? ''
const noon = new Date('2026-06-10T11:00:00Z')
const twoHours = 7_200_000
const back = new Date(noon.getTime() - twoHours)
const reference = 'HC-7K2Q-M4TD'
const people = {} as Record<'officer' | 'auditor', Actor>

/** Puts a clock of our own in the place of the database's, in this database alone. */
async function ownClock(): Promise<void> {
  await asSuperuser(url(), [
    'CREATE TABLE clock_step (seconds integer NOT NULL)',
    'INSERT INTO clock_step VALUES (0)',
    'GRANT SELECT ON clock_step TO PUBLIC',
    'SET allow_system_table_mods = on',
    'ALTER FUNCTION pg_catalog.clock_timestamp() RENAME TO real_clock',
    `CREATE FUNCTION pg_catalog.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS
       $$ SELECT pg_catalog.real_clock() - (SELECT seconds FROM public.clock_step) * interval '1 second' $$`,
    'GRANT EXECUTE ON FUNCTION pg_catalog.clock_timestamp(), pg_catalog.real_clock() TO PUBLIC',
  ])
}

const stepBack = (seconds: number) =>
  asSuperuser(url(), [`UPDATE clock_step SET seconds = ${String(seconds)}`])

async function somebody(role: Role): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: role, role } })
  return { id, name: role, role, districts: [] }
}

async function row(at: Date, action: string, more: object = {}): Promise<void> {
  const { id: actorId, role } = people.officer
  const force = currentForce().id
  await ownerDb().auditEvent.createMany({
    data: [{ at, actorId, role, action, reference, detail: {}, force, ...more }],
  })
}

const links = () => ownerDb().auditLink.findMany({ where: { chain: 'desk' }, orderBy: { position: 'asc' } })

beforeAll(async () => {
  await createAuditKey(keys)
  people.officer = await somebody('liaison-officer')
  people.auditor = await somebody('auditor')
  await ownClock()
})

describe('a clock that steps back', () => {
  it('leaves the chain in the order of writing, each row with its own time, and a note where it is checked', async () => {
    await row(noon, 'opened')
    await asOf(noon, makeCheckpoints)
    await stepBack(7_200)
    await row(back, 'opened')
    await row(new Date(back.getTime() + 1_000), 'revealed')

    const [before, ...after] = await links()
    expect(after).toHaveLength(2)
    // The times of links never step back, and so no row can slip in before one that was written.
    for (const link of after) expect(link.linkedAt.getTime()).toBe(before?.linkedAt.getTime())
    const times = await ownerDb().auditEvent.findMany({ orderBy: { seq: 'asc' }, select: { at: true } })
    expect(times[1]?.at).toEqual(back)

    const report = await verifyAudit(url(), { intake: [], desk: [] })
    expect(report.chains.flatMap(({ faults }) => faults)).toEqual([])
    const desk = report.chains.find(({ chain }) => chain === 'desk')
    expect(desk?.clock).toEqual({ steps: 1, first: 2, longest: twoHours })
    const { lines, sound } = auditSentences(report, { folder: outside, used: 1, refused: 0 })
    expect(sound).toBe(true)
    expect(lines.join('\n')).toMatch(
      /The clock went back once, by 120 minutes at most, first before row 2: a note, no tampering/u,
    )
    expect(lines.at(-1)).toBe('Nothing was altered.')
  })

  it('does not put off the next checkpoint, and every checkpoint still holds', async () => {
    const made = await asOf(back, makeCheckpoints)
    expect(made.find(({ chain }) => chain === 'desk')?.position).toBe(3)
    const { heads, refused } = await trustedHeads(keys, (await readCheckpoints(outside)).notes)
    expect(refused).toBe(0)
    expect(heads.desk.map(({ position }) => position).sort()).toEqual([1, 3])
    const { chains } = await verifyAudit(url(), heads)
    expect(chains.flatMap(({ faults }) => faults)).toEqual([])
  })

  it('hides no look from whoever asks who has seen a case', async () => {
    const [one, ...more] = await whoSaw(people.auditor, reference, { from: null, until: null, role: null })
    expect(more).toEqual([])
    expect(one).toMatchObject({
      actorId: people.officer.id,
      looks: 2,
      reveals: 1,
      firstAt: back,
      lastAt: noon,
    })
  })

  it('makes no flag twice, and loses none', async () => {
    const caseId = randomUUID()
    const day = (date: string) => new Date(`${date}T10:00:00Z`)
    for (const date of ['2026-06-11', '2026-06-14', '2026-06-18', '2026-06-22'])
      await row(day(date), 'opened', { caseId, detail: { reason: 'cover' } })
    const run = (date: string) => asOf(new Date(`${date}T03:30:00Z`), flagUnusualLooking)
    const flags = () => ownerDb().lookingFlag.findMany({ where: { actorId: people.officer.id } })
    expect(await run('2026-06-22')).toBe(0)
    expect(await run('2026-06-23')).toBeGreaterThan(0)
    const raised = await flags()
    // Two days back: what was not yet, then, is not taken away again, and comes only once.
    expect(await run('2026-06-21')).toBe(0)
    expect(await run('2026-06-23')).toBe(0)
    expect(await flags()).toEqual(raised)
  })
})
