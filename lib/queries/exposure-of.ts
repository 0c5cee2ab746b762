import 'server-only'
import { today } from '@/lib/commands/journey-setting'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { exposureBands } from '@/lib/domain/exposure-band'
import type { ExposureBand } from '@/lib/domain/exposure-band'
import type { Actor } from '@/lib/domain/policy'

/** How often `actor` chose, in the last 28 days, to read words of hatred as they were written. */
export async function ownExposure(actor: Actor): Promise<number> {
  const [row] = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ count: number }[]>`
      SELECT coalesce(sum(count), 0)::integer AS count FROM exposure
       WHERE account_id = ${actor.id}::uuid AND day > ${today()}::date - 28`,
  )
  return row?.count ?? 0
}

/** The same as a band: one's own, or for a supervisor anybody's. `forbidden` for everybody else. */
export async function exposureBandOf(actor: Actor, accountId: string): Promise<ExposureBand> {
  return (await exposureBandsOf(actor, [accountId])).get(accountId) ?? 'none'
}

/** The bands of several accounts, in one round trip. */
export async function exposureBandsOf(
  actor: Actor,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, ExposureBand>> {
  const rows = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ id: string; band: number | null }[]>`
      SELECT one::text AS id, exposure_band(one, ${today()}::date) AS band FROM unnest(${[...accountIds]}::uuid[]) one`,
  )
  return new Map(
    rows.map(({ id, band }) => {
      const known = exposureBands[band ?? -1]
      if (known === undefined) throw new DomainError('forbidden')
      return [id, known]
    }),
  )
}
