import 'server-only'
import { asActor } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'
import { caseStatuses } from '@/lib/domain/words'
import type { CaseStatus } from '@/lib/domain/words'

/** Something somebody sent themselves, and where it stands; words are `sent.standing.<standing>`. */
export interface Sent {
  readonly reference: string
  readonly receivedAt: Date
  readonly standing: CaseStatus | 'passed-on'
}

interface Row {
  readonly reference: string
  readonly receivedAt: Date
  readonly status: string
  readonly heldBefore: boolean
}

/** What `actor` sent in this way, the newest first: nothing of what staff do with it, and of what others sent nothing at all. */
export async function sentByMe(
  actor: Actor,
  channel: 'colleague' | 'third-party-centre',
): Promise<readonly Sent[]> {
  const rows = await asActor(
    actor,
    (tx) => tx.$queryRaw<Row[]>`
      SELECT reference, received_at AS "receivedAt", status, held_before AS "heldBefore" FROM sent_by_me(${channel})`,
  )
  return rows.map(({ reference, receivedAt, status, heldBefore }) => {
    const known = caseStatuses.find((one) => one === status) ?? 'new'
    return { reference, receivedAt, standing: known === 'new' && heldBefore ? 'passed-on' : known }
  })
}
