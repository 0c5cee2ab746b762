import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { retentionFactsOf } from '@/lib/domain/case-facts'
import { readReasonOf } from '@/lib/domain/erasure'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { keepLimits, keepReasons, readKeepDay, retentionOf } from '@/lib/domain/retention'
import type { CaseSeen } from './change-case'
import { today } from './journey-setting'
import { actOnLife } from './life-of-case'

/**
 * Keeps a closed case until a later day (`YYYY-MM-DD`, within `keepLimits`), for a reason from the list. DomainErrors: `invalid` for another
 * day or reason, `bad-transition` where it is open, erased or asked to be erased, `conflict`, `forbidden`, and `not-found`, also when they
 * may not know it exists.
 */
export async function keepLonger(
  actor: Actor,
  seen: CaseSeen & { readonly until: string; readonly reason: string },
): Promise<void> {
  const reason = readReasonOf(keepReasons, seen.reason)
  await actOnLife(actor, 'keep-longer', seen, (tx, found) => {
    const retention = retentionOf(retentionFactsOf(found), currentForce())
    if (retention === null) throw new DomainError('bad-transition')
    const until = readKeepDay(seen.until, keepLimits(retention, today(), currentForce()))
    return tx.$queryRaw`SELECT keep_case(${found.id}::uuid, ${found.version}::integer, ${now()}::timestamptz, ${until}::date,
      ${reason}) AS outcome`
  })
}
