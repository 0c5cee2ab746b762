import 'server-only'
import { z } from 'zod'
import { deskDb } from '@/lib/db/client'
import { factsOf } from '@/lib/domain/case-facts'
import type { ChangedCase } from '@/lib/domain/live/told'

const rows = z.array(
  z.object({
    id: z.string(),
    district: z.string().nullable(),
    status: z.string(),
    assigneeId: z.string().nullable(),
    recordedById: z.string().nullable(),
    receivedAt: z.coerce.date(),
    restricted: z.boolean(),
    namedIds: z.array(z.string()),
    conflictedIds: z.array(z.string()),
    excludedDistricts: z.array(z.string()),
    namesExclusion: z.boolean(),
    offeredToId: z.string().nullable(),
    inQueue: z.boolean(),
    mark: z.string(),
  }),
)

/**
 * Cases that changed, as the policy looks at them: asked once for all who watch in this process. What is told of them to whom is for the
 * policy to say (`toldOf`); ids of none are left out.
 */
export async function liveCases(ids: readonly string[]): Promise<readonly ChangedCase[]> {
  const [row] = await deskDb().$queryRaw<[{ cases: unknown }]>`
    SELECT live_cases(${[...ids]}::uuid[]) AS cases`
  return rows
    .parse(row.cases)
    .map(({ inQueue, mark, ...columns }) => ({ facts: factsOf(columns), inQueue, mark }))
}
