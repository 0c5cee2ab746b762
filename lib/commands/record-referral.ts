import 'server-only'
import { asActor, deskDb } from '@/lib/db/client'
import { tellLive } from '@/lib/db/tell-live'
import { mayEnter } from '@/lib/domain/desk-areas'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import type { ReferralDocument } from '@/lib/journeys/referral/document'
import { referralSource } from '@/lib/queries/referral-sources'
import { makeReferral } from './make-referral'

interface Recorded {
  readonly reference: string
  /** It is a case now, and was none before. */
  readonly now: boolean
}

/**
 * Records a referral that came as a file, in the name of whoever looked at it. The same one again, by file or by machine, is the same
 * case. DomainErrors: `forbidden`, `not-found` (no such sender any more), `referral-changed` (another content came with its reference).
 */
export async function recordReferral(
  actor: Actor,
  senderId: string,
  document: ReferralDocument,
): Promise<Recorded> {
  if (!mayEnter(actor.role, 'referrals')) throw new DomainError('forbidden')
  const { rows, caseId } = await makeReferral(await referralSource(actor, senderId), document, actor)
  const [row] = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ outcome: string; reference: string | null }[]>`
      select outcome, reference from record_referral(${JSON.stringify(rows)}::jsonb)`,
  )
  if (row?.outcome === 'changed') throw new DomainError('referral-changed')
  if (row === undefined || row.reference === null) throw new DomainError('conflict')
  if (row.outcome === 'accepted') tellLive(deskDb, caseId)
  return { reference: row.reference, now: row.outcome === 'accepted' }
}
