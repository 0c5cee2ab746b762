import 'server-only'
import { z } from 'zod'
import { now } from '@/lib/adapters/clock'
import { deskDb } from '@/lib/db/client'
import { submissionKinds } from '@/lib/domain/words'

const rows = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(submissionKinds),
    disposition: z.string().nullable(),
    receivedAt: z.date(),
    closedAt: z.date().nullable(),
    keptUntil: z.string().nullable(),
    dueOn: z.string().nullable(),
    held: z.boolean(),
  }),
)

/** A closed case as the job that reckons periods sees it. */
export type RetainedCase = z.infer<typeof rows>[number]

/** A day to note on a case, or that there is none, if it is still as it was seen. */
export interface RetentionMark {
  readonly seen: RetainedCase
  readonly dueOn: string | null
  readonly ruleId: string
}

/** Closed cases that are not erased, in the order of their ids, `limit` of them after `after`. For the job, with nobody signed in. */
export async function retentionCases(after: string | null, limit: number): Promise<readonly RetainedCase[]> {
  return rows.parse(
    await deskDb().$queryRaw`
      SELECT id::text, kind, disposition, received_at AS "receivedAt", closed_at AS "closedAt", kept_until::text AS "keptUntil",
             due_on::text AS "dueOn", held
        FROM retention_cases(${after}::uuid, ${limit}::integer)`,
  )
}

/** Notes when periods end and gives how many cases are warned of for the first time, each with its row in the audit. */
export async function markRetention(marks: readonly RetentionMark[]): Promise<number> {
  if (marks.length === 0) return 0
  const given = marks.map(({ seen, dueOn, ruleId }) => ({
    ...{ id: seen.id, due_on: dueOn, rule: ruleId },
    ...{ closed_at: seen.closedAt?.toISOString() ?? null, kept_until: seen.keptUntil },
  }))
  const [row] = await deskDb().$queryRaw<{ warned: number }[]>`
    SELECT mark_retention(${JSON.stringify(given)}::jsonb, ${now()}::timestamptz) AS warned`
  return row?.warned ?? 0
}
