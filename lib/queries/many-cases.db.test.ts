import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { fillCases, oneIn } from '@/e2e/factories/many-cases'
import { ownDatabase } from '../../scripts/testing/own-database'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import type { Transaction } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { addMonths, monthOf } from '@/lib/domain/figures/statistics-year'
import type { Actor } from '@/lib/domain/policy'
import { retentionLists } from '@/lib/domain/retention'
import { workSets } from '@/lib/domain/work-sets'
import { countQueue } from './count-queue'
import { countWork } from './count-work'
import { listQueue } from './list-queue'
import { listRetention } from './list-retention'

// What other tests leave open would be read too.
await ownDatabase()

const cases = 20_000
const held: { tx: Transaction | null; read: number } = vi.hoisted(() => ({ tx: null, read: 0 }))

function heldTx(): Transaction {
  if (held.tx === null) throw new Error('No transaction is held.')
  return held.tx
}

// The pages' own queries, in the transaction that is rolled back, each explained beside: as its own role, under row security.
vi.mock('@/lib/db/client', async (original) => ({
  ...(await original<object>()),
  asActor: async (actor: Actor, work: (tx: unknown) => Promise<unknown>) => {
    const tx = heldTx()
    await tx.$executeRaw`SET LOCAL ROLE alongside_staff`
    await tx.$queryRaw`
      SELECT set_config('app.actor', ${actor.id}, true), set_config('app.today', now()::text, true), set_config('app.at', now()::text, true)`
    try {
      return await work({ $queryRaw: explained })
    } finally {
      await tx.$executeRaw`RESET ROLE`
    }
  },
}))

async function explained(
  first: Prisma.Sql | TemplateStringsArray,
  ...values: Prisma.Sql[]
): Promise<unknown> {
  const tx = heldTx()
  const query = 'raw' in first ? Prisma.sql(first, ...values) : first
  const lines = await tx.$queryRaw<{ 'QUERY PLAN': [{ Plan: PlanNode }] }[]>`
    EXPLAIN (ANALYZE, FORMAT JSON) ${query}`
  for (const {
    'QUERY PLAN': [one],
  } of lines) {
    held.read += casesRead(one.Plan)
  }
  return tx.$queryRaw(query)
}

interface PlanNode {
  readonly 'Relation Name'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly PlanNode[]
}

function casesRead(node: PlanNode): number {
  const rows = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
  const own = node['Relation Name'] === 'case' ? rows : 0
  return own + (node.Plans ?? []).reduce((sum, one) => sum + casesRead(one), 0)
}

const done = new Error('rolled back')

/** Some years ago: of all there is, one case in eighty came then, and nearly all of them are closed. */
const month = addMonths(monthOf(new Date(), currentForce()), -30)

/** Every list, as a supervisor asks for it, with how many cases the database read for it. */
const lists: Readonly<Record<string, (actor: Actor) => Promise<unknown>>> = {
  ...Object.fromEntries(
    retentionLists.map((list) => [
      `retention, ${list}`,
      async (actor: Actor) => {
        const { rows, counts } = await listRetention(actor, { list, page: 1 })
        expect(rows.length).toBeGreaterThan(0)
        expect(counts[list]).toBeGreaterThanOrEqual(rows.length)
      },
    ]),
  ),
  'the counts beside a page': countQueue,
  'the work page': (actor) => countWork(actor),
  'the queue': (actor) => listQueue(actor, { page: 1 }),
  ...Object.fromEntries(
    workSets.map((set) => [`the set ${set}`, (actor: Actor) => listQueue(actor, { page: 1, set })]),
  ),
  'the cases of a month': async (actor) => {
    const { total } = await listQueue(actor, { page: 1, from: month, until: month })
    expect(total).toBeGreaterThan(200)
  },
  'the cases closed in a month, as they ended': async (actor) => {
    const { total } = await listQueue(actor, { page: 1, ...{ from: month, until: month }, of: 'closed' })
    expect(total).toBeGreaterThan(200)
  },
  'the cases of which a promise fell due in a month': async (actor) => {
    const months = { from: month, until: month }
    await listQueue(actor, { page: 1, ...months, of: 'promised', outcome: 'dropped' })
  },
  'some by their reference': (actor) => listQueue(actor, { page: 1 }, 50, ['HC-7K2Q-M4TD']),
}

async function readForEach(): Promise<Record<string, number>> {
  const read: Record<string, number> = {}
  const id = randomUUID()
  const actor = { id, name: 'Test', role: 'supervisor', districts: [] } as const
  const filled = ownerDb().$transaction(
    async (tx) => {
      const { name, role } = actor
      await tx.account.create({ data: { id, email: `${id}@example.test`, name, role } })
      await fillCases(tx, cases, id)
      for (const [name, work] of Object.entries(lists)) {
        Object.assign(held, { tx, read: 0 })
        await work(actor)
        read[name] = held.read
      }
      throw done
    },
    { timeout: 110_000 },
  )
  await expect(filled).rejects.toBe(done)
  return read
}

test('no list of cases is made by reading all those long closed', async () => {
  // So many of each kind, a few times over.
  const few = (cases / oneIn) * 15
  const many = Object.entries(await readForEach()).filter(([, read]) => read >= few)
  expect(many).toEqual([])
})
