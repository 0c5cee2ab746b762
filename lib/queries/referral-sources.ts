import 'server-only'
import { asActor } from '@/lib/db/client'
import { mayEnter } from '@/lib/domain/desk-areas'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { referralChannels } from '@/lib/domain/referral'
import type { ReferralSource } from '@/lib/domain/referral'
import { isUuid } from '@/lib/domain/uuid'

/** Who may send referrals now, by name. `forbidden` for whoever takes none in. */
export async function referralSources(actor: Actor): Promise<readonly ReferralSource[]> {
  if (!mayEnter(actor.role, 'referrals')) throw new DomainError('forbidden')
  const rows = await asActor(actor, (tx) =>
    tx.referralSender.findMany({
      where: { stoppedAt: null },
      orderBy: { name: 'asc' },
      select: { id: true, name: true, channel: true },
    }),
  )
  return rows.flatMap(({ channel, ...row }) => {
    const known = referralChannels.find((one) => one === channel)
    return known === undefined ? [] : [{ ...row, channel: known }]
  })
}

/** One of them. `not-found` where there is none such, or it was stopped. */
export async function referralSource(actor: Actor, id: string): Promise<ReferralSource> {
  const found = (await referralSources(actor)).find((source) => source.id === id)
  if (!isUuid(id) || found === undefined) throw new DomainError('not-found')
  return found
}
