import { createHash, randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { ownerDb } from '@/lib/db/owner'
import { factsOf } from '@/lib/domain/case-facts'
import type { CaseColumns } from '@/lib/domain/case-facts'
import { can, caseActions } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { caseStatuses, roles } from '@/lib/domain/words'
import { visibleCases } from './visible-cases'

const me = seedId('account', 'officer@example.test')
const other = seedId('account', 'supervisor@example.test')
const today = new Date('2026-06-10T00:00:00Z')
const context = { startOfToday: today, steppedUp: true }
/** A force of its own, so that no other test meets these cases. */
const force = 'parity'

interface Row extends CaseColumns {
  readonly id: string
}

/** Restricted, districts to leave out, somebody described to leave out. */
const exclusions: readonly (readonly [boolean, string[], boolean])[] = [true, false].flatMap((restricted) =>
  [[], ['elsewhere'], ['elsewhere', 'south']].flatMap((districts) =>
    [true, false].map((names) => [restricted, districts, names] as const),
  ),
)

function everyCase(): Row[] {
  const people = [null, me, other]
  return [null, 'north', 'elsewhere'].flatMap((district) =>
    caseStatuses.flatMap((status) =>
      people.flatMap((assigneeId) =>
        people.flatMap((recordedById) =>
          ['2026-06-09T23:59:59.999Z', '2026-06-10T00:00:00Z'].flatMap((at) =>
            exclusions.map(([restricted, excludedDistricts, namesExclusion]) => {
              const base = {
                id: randomUUID(),
                district,
                status,
                assigneeId,
                recordedById,
                restricted,
                excludedDistricts,
                namesExclusion,
                version: 1,
              }
              return { ...base, receivedAt: new Date(at) }
            }),
          ),
        ),
      ),
    ),
  )
}

const rows = everyCase()

beforeAll(async () => {
  await seedAccounts([])
  await ownerDb().sealedBox.createMany({ data: rows.map(({ id }) => ({ id, purpose: 'parity', suite: 1 })) })
  await ownerDb().submission.createMany({
    data: rows.map(({ id, receivedAt }) => ({
      ...{
        id,
        reference: id,
        kind: 'report',
        channel: 'online',
        force,
        journeyVersion: 1,
        locale: 'en',
        receivedAt,
      },
      ...{ boxId: id, tokenHash: new Uint8Array(createHash('sha256').update(id).digest()) },
    })),
  })
  await ownerDb().case.createMany({
    data: rows.map(({ excludedDistricts, ...row }) => ({
      ...row,
      excludedDistricts: [...excludedDistricts],
      ...{ reference: row.id, submissionId: row.id, force, kind: 'report', channel: 'online' },
      ...{ riskSuggested: 'low', riskRank: 2, wantsOfficer: false, promisedBy: row.receivedAt },
    })),
  })
})

describe('lists obey the policy', () => {
  const actor = (role: Actor['role']): Actor => ({
    ...{ id: me, name: 'Me', role },
    districts: role === 'liaison-officer' ? ['north', 'south'] : [],
  })

  it.each(roles.flatMap((role) => caseActions.map((action) => [role, action] as const)))(
    '%s: %s finds exactly the rows the policy allows',
    async (role, action) => {
      const found = await ownerDb().$queryRaw<{ id: string }[]>`
        SELECT c.id FROM "case" c WHERE c.force = ${force} AND ${visibleCases(actor(role), action, context)}`
      const allowed = rows.filter((row) => can(actor(role), action, factsOf(row), context))
      expect(new Set(found.map(({ id }) => id))).toEqual(new Set(allowed.map(({ id }) => id)))
    },
  )
})
