import 'server-only'
import { z } from 'zod'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { OfficerFacts } from '@/lib/domain/officer-facts'
import type { Actor } from '@/lib/domain/policy'

const time = z.string().transform((text) => new Date(text))
const member = z.object({
  id: z.string(),
  accountId: z.string(),
  name: z.string(),
  active: z.boolean(),
  districts: z.array(z.string()),
  languages: z.array(z.string()),
  trainingUntil: time.nullable(),
  openLimit: z.number(),
  openCases: z.number(),
  specialisms: z.array(z.string()),
  oneMore: z.boolean(),
  handingOver: z.boolean(),
  lastAssignedAt: time.nullable(),
  shifts: z.array(z.object({ startsAt: time, endsAt: time })),
})

/** An officer as routing sees them, and as whom a case is given to. Whether they have a conflict is for each case to say. */
export interface RotaMember extends Omit<OfficerFacts, 'conflicts'> {
  readonly accountId: string
  readonly name: string
}

const daysAhead = 60

/**
 * Every officer with what they hold now and their duty for the next two months, or as many days. One round trip. What they hold is counted over
 * all cases of the force, also those `actor` may not know of; no role without a use for the rota gets the numbers.
 */
export async function loadRota(actor: Actor, days = daysAhead): Promise<readonly RotaMember[]> {
  const at = now()
  const until = new Date(at.getTime() + days * 86_400_000)
  const query = Prisma.sql`
    WITH ahead AS (
      SELECT officer_id, json_agg(json_build_object('startsAt', starts_at, 'endsAt', ends_at) ORDER BY starts_at) AS shifts
        FROM duty_shift WHERE ends_at > ${at} AND starts_at < ${until} GROUP BY 1
    )
    SELECT coalesce(json_agg(json_build_object(
      'id', o.id, 'accountId', a.id, 'name', a.name, 'active', o.active AND a.active, 'districts', o.districts,
      'languages', o.languages, 'trainingUntil', o.training_until, 'openLimit', o.open_limit,
      'openCases', coalesce(load.open_cases, 0), 'lastAssignedAt', load.last_assigned_at,
      'specialisms', o.specialisms, 'oneMore', o.one_more_at IS NOT NULL, 'handingOver', o.handing_over_at IS NOT NULL,
      'shifts', coalesce(ahead.shifts, '[]')
    ) ORDER BY a.name, a.id), '[]') AS rota
      FROM officer o JOIN account a ON a.id = o.account_id AND a.role = 'liaison-officer'
      LEFT JOIN officer_loads() load ON load.account_id = a.id
      LEFT JOIN ahead ON ahead.officer_id = o.id`
  const [row] = await asActor(actor, (tx) => tx.$queryRaw<[{ rota: unknown }]>(query))
  return z.array(member).parse(row.rota)
}
