import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { isSafeAddress } from '@/lib/config/oidc'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { exchangeIdentity } from '@/lib/domain/ways-out/exchange'
import type { ExchangeIdentity } from '@/lib/domain/ways-out/exchange'
import { exchangeKeyId } from '@/lib/sealing/exchange-key'

/** Takes what another force gives to be known by, in place of what was known. For administrators. DomainErrors: `invalid`, `forbidden`. */
export async function setPartner(actor: Actor, typed: string): Promise<void> {
  const given = read(typed)
  const { force: partner, address, keyId, sealingKey, signingKey } = given
  const { id, policeForces } = currentForce()
  const isNamedByKeys = keyId === (await exchangeKeyId(sealingKey, signingKey))
  const isKnown = partner !== id && Object.hasOwn(policeForces, partner)
  if (!isNamedByKeys || !isKnown || !isSafeAddress(address)) throw new DomainError('invalid')
  const row = JSON.stringify({
    ...{ partner, address: new URL(address).origin, key_id: keyId },
    ...{ sealing_key: sealingKey, signing_key: signingKey },
  })
  const [set] = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ done: boolean }[]>`
      SELECT set_partner(${row}::jsonb, ${now()}::timestamptz) AS done`,
  )
  if (set?.done !== true) throw new DomainError('forbidden')
}

/** Ends passing cases to and from a force. DomainError `forbidden`, also where there is none. */
export async function endPartner(actor: Actor, partner: string): Promise<void> {
  const [ended] = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ done: boolean }[]>`
      SELECT end_partner(${partner}, ${now()}::timestamptz) AS done`,
  )
  if (ended?.done !== true) throw new DomainError('forbidden')
}

function read(typed: string): ExchangeIdentity {
  try {
    return exchangeIdentity.parse(JSON.parse(typed))
  } catch {
    throw new DomainError('invalid')
  }
}
