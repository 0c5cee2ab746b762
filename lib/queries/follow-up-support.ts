import 'server-only'
import { publicDb } from '@/lib/db/client'
import type { FollowUp } from '@/lib/drafts/draft'
import { keyOf } from '@/lib/drafts/follow-up-key'

/** What whoever has the code agreed to for one service, by their last word. */
export interface FollowUpSupport {
  readonly service: string
  readonly account: boolean
  readonly agreedOn: Date
  readonly toldAt: Date | null
  readonly endedAt: Date | null
}

/** To which services somebody with an open follow-up agreed. */
export async function followUpSupport(followUp: FollowUp): Promise<readonly FollowUpSupport[]> {
  return publicDb().$queryRaw<FollowUpSupport[]>`
    select service, account, agreed_on as "agreedOn", told_at as "toldAt", ended_at as "endedAt"
    from follow_up_support(${followUp.submissionId}::uuid, ${await keyOf(followUp)}::bytea)`
}
