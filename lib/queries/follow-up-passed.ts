import 'server-only'
import { publicDb } from '@/lib/db/client'
import type { FollowUp } from '@/lib/drafts/draft'
import { keyOf } from '@/lib/drafts/follow-up-key'

/** That another force has what somebody sent. */
export interface FollowUpPassed {
  /** The force's id. */
  readonly partner: string
  readonly at: Date
}

/** Which other forces have what was sent in an open follow-up, the last first. */
export async function followUpPassed(followUp: FollowUp): Promise<readonly FollowUpPassed[]> {
  return publicDb().$queryRaw<FollowUpPassed[]>`
    select partner, at from follow_up_passed(${followUp.submissionId}::uuid, ${await keyOf(followUp)}::bytea)`
}
