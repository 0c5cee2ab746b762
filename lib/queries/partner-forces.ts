import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { asActor, deskDb } from '@/lib/db/client'
import type { PartnerForce } from '@/lib/db/generated/client'
import type { Actor } from '@/lib/domain/policy'

/** A force that cases go to and come from. */
export type Partner = Pick<
  PartnerForce,
  'partner' | 'address' | 'keyId' | 'sealingKey' | 'signingKey' | 'active' | 'madeAt'
>

const select = {
  ...{ partner: true, address: true, keyId: true, sealingKey: true, signingKey: true, active: true },
  madeAt: true,
} as const

/** Every force that is or was known, by its id. */
export function listPartners(actor: Actor): Promise<readonly Partner[]> {
  return asActor(actor, (tx) =>
    tx.partnerForce.findMany({ where: { force: currentForce().id }, orderBy: { partner: 'asc' }, select }),
  )
}

/** The force that signs with a key, where it is known and not ended; asked before anybody is known. */
export function findPartner(
  by: { readonly partner: string } | { readonly keyId: string },
): Promise<Partner | null> {
  return deskDb().partnerForce.findFirst({ where: { ...by, force: currentForce().id, active: true }, select })
}
