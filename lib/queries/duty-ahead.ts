import 'server-only'
import { z } from 'zod'
import { tier } from '@/lib/config/env'
import { deskDb, publicDb } from '@/lib/db/client'
import type { AnonymousOfficer } from '@/lib/domain/clocks/duty-for'

const row = z.object({
  districts: z.array(z.string()),
  languages: z.array(z.string()),
  specialisms: z.array(z.string()),
  trainingUntil: z.date().nullable(),
  openCases: z.number(),
  openLimit: z.number(),
  oneMore: z.boolean(),
  handingOver: z.boolean(),
  from: z.date(),
  until: z.date(),
  nextFrom: z.date().nullable(),
  nextUntil: z.date().nullable(),
})

/** When officers are on duty next, and after that, and what routing looks at, of nobody by name. One round trip, from either side of the service. */
export async function dutyAhead(force: string, at: Date): Promise<readonly AnonymousOfficer[]> {
  const db = tier() === 'staff' ? deskDb() : publicDb()
  const rows: unknown = await db.$queryRaw`
    SELECT districts, languages, specialisms, trained_until AS "trainingUntil", open_cases AS "openCases", open_limit AS "openLimit",
           one_more AS "oneMore", handing_over AS "handingOver", duty_from AS "from", duty_until AS "until",
           next_from AS "nextFrom", next_until AS "nextUntil"
      FROM duty_ahead(${force}, ${at}::timestamptz)`
  return z
    .array(row)
    .parse(rows)
    .map(({ from, until, nextFrom, nextUntil, ...officer }) => ({
      ...officer,
      shifts: [
        { startsAt: from, endsAt: until },
        ...(nextFrom === null || nextUntil === null ? [] : [{ startsAt: nextFrom, endsAt: nextUntil }]),
      ],
    }))
}
