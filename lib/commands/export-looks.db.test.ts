import { randomUUID } from 'node:crypto'
import { expect, it, test } from 'vitest'
import { asOf } from '@/lib/adapters/clock'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import { roles } from '@/lib/domain/words'
import type { Role } from '@/lib/domain/words'
import { exportLooks } from './export-looks'

const at = new Date('2026-03-02T09:00:00Z')
const filter = { from: null, until: null, role: null }
const reference = 'HC-7K2Q-E000'

async function somebody(role: Role, name = 'Ada =Obi'): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name, role } })
  return { id, name, role, districts: [] }
}

async function look(
  { id: actorId, role }: Actor,
  action = 'opened',
  detail = { reason: 'triage' },
): Promise<void> {
  await ownerDb().auditEvent.createMany({
    data: [{ at, actorId, role, action, reference, detail, force: 'hertfordshire' }],
  })
}

const take = (actor: Actor, more: { format?: string; typed?: string; minutes?: number } = {}) => {
  const { format = 'csv', typed = reference, minutes = 1 } = more
  const strongAt = new Date(at.getTime() - minutes * 60_000)
  return asOf(at, () => exportLooks({ actor, strongAt }, { typed, filter, format }))
}

const actionsOf = async ({ id: actorId }: Actor) =>
  (await ownerDb().auditEvent.findMany({ where: { actorId }, orderBy: { seq: 'asc' } })).map(
    ({ action }) => action,
  )

it('is a file of people, in either form, each with its row in the audit', async () => {
  const [triager, auditor] = [await somebody('triager', '=1+1'), await somebody('auditor')]
  await look(triager)
  await look(triager, 'identity-revealed', { reason: 'record-check' })
  const table = await take(auditor)
  expect(table.body).toContain(
    `"${reference}","'=1+1","triager","1","2026-03-02 09:00","2026-03-02 09:00","triage","0","1","to find a record`,
  )
  const { body } = await take(auditor, { format: 'json' })
  expect(JSON.parse(body)).toMatchObject({ reference, madeAt: at.toISOString(), role: null })
  expect((JSON.parse(body) as { people: unknown[] }).people).toContainEqual(
    expect.objectContaining({
      ...{ name: '=1+1', opened: 1, reasons: 'triage', first: '2026-03-02T09:00:00.000Z' },
      ...{ revealed: 0, identity: 1, identityReasons: 'record-check' },
    }),
  )
  expect(await actionsOf(auditor)).toEqual(['looks-exported', 'looks-exported'])
})

test.each([
  ['supervisor', { minutes: 11 }, 'step-up'],
  ['auditor', { format: 'xlsx' }, 'invalid'],
  ['auditor', { typed: 'Obi' }, 'not-found'],
] as const)('a %s with %j gets %s, and nothing is taken out', async (role, more, code) => {
  const actor = await somebody(role)
  await expect(take(actor, more)).rejects.toThrow(code)
  expect(await actionsOf(actor)).toEqual([])
})

test.each(roles.filter((role) => !['auditor', 'supervisor'].includes(role)))(
  'a %s gets none, and the try is recorded',
  async (role) => {
    const actor = await somebody(role)
    await expect(take(actor)).rejects.toThrow('forbidden')
    expect(await actionsOf(actor)).toEqual(['refused'])
  },
)

it('is given to nobody whose right ended before, whatever their session says', async () => {
  const auditor = await somebody('auditor')
  await ownerDb().account.update({ where: { id: auditor.id }, data: { role: 'triager' } })
  await expect(take(auditor)).rejects.toThrow('forbidden')
  expect(await actionsOf(auditor)).toEqual(['refused'])
})

it('is given to nobody whose right ends while it is made: the row is there, the file is not', async () => {
  const auditor = await somebody('auditor')
  await look(await somebody('triager'))
  // Ended by the very row that says the file is being made: right after it nobody is active any more.
  await ownerDb().$executeRawUnsafe(`
    CREATE FUNCTION end_right() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN UPDATE account SET active = false WHERE id = NEW.actor_id; RETURN NULL; END $$`)
  await ownerDb().$executeRawUnsafe(`
    CREATE TRIGGER end_right AFTER INSERT ON audit_event FOR EACH ROW WHEN (NEW.action = 'looks-exported') EXECUTE FUNCTION end_right()`)
  try {
    await expect(take(auditor)).rejects.toThrow('forbidden')
  } finally {
    await ownerDb().$executeRawUnsafe('DROP TRIGGER end_right ON audit_event')
    await ownerDb().$executeRawUnsafe('DROP FUNCTION end_right')
  }
  expect(await actionsOf(auditor)).toEqual(['looks-exported', 'refused'])
})
