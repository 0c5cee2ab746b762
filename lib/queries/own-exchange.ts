import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import type { ExchangeIdentity } from '@/lib/domain/ways-out/exchange'
import { exchangeKey } from '@/lib/sealing/exchange-key'

/** What this desk gives other forces to be known by; null where it has no keys for passing cases. */
export function ownExchange(): ExchangeIdentity | null {
  const own = exchangeKey(env().KEY_DIR)
  if (own === null) return null
  return {
    schema: 'exchange-identity/1',
    force: currentForce().id,
    address: new URL(env().STAFF_URL).origin,
    keyId: own.id,
    sealingKey: own.sealing.publicKey,
    signingKey: own.signing.publicKey,
  }
}
