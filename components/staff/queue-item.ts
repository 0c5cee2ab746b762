import type { CallBack } from '@/lib/domain/call-back/call-back'
import type { CaseClock } from '@/lib/domain/clocks/clock-state'
import type { Tier } from '@/lib/domain/tier'
import type { CaseStatus, Channel, Risk, SubmissionKind } from '@/lib/domain/words'

/** When somebody is rung back; of which case, where that is merged into the one of the row. */
export interface QueueCallBack extends CallBack {
  readonly of: string | null
}

/** What the queue shows of a case: published facts only. */
export interface QueueItem {
  readonly reference: string
  readonly version: number
  readonly kind: SubmissionKind
  readonly channel: Channel
  readonly district: string | null
  readonly strands: readonly string[]
  readonly status: CaseStatus
  readonly risk: Risk
  readonly riskRules: readonly string[]
  readonly wantsOfficer: boolean
  readonly restricted: boolean
  readonly receivedAt: Date
  readonly closedAt: Date | null
  /** What runs for it. */
  readonly clocks: readonly CaseClock[]
  readonly firstOpenedAt: Date | null
  readonly assigneeId: string | null
  readonly assigneeName: string | null
  /** Who is asked to take it. */
  readonly offeredToId: string | null
  readonly offeredToName: string | null
  /** The last message with the return code is the reporter's. */
  readonly messageWaiting: boolean
  /** When a message of theirs said that somebody is in danger, which nobody has seen to. */
  readonly dangerAt: Date | null
  /** They want nothing more to be done, and nobody has closed it yet. */
  readonly withdrawn: boolean
  /** Something came to it that this person has not seen; of what is over, nothing is new but what they wrote since. */
  readonly isNew: boolean
  /** Something that is to be done for it is late, as far as this person may know of it. */
  readonly taskLate: boolean
  /** When they are rung back, where that is agreed. */
  readonly callBack: QueueCallBack | null
  /** It came in a flood, and is listed behind the rest of its risk. */
  readonly slowLane: boolean
  /** Whether this person may open it; why it has its risk is for those who may. */
  readonly mayOpen: boolean
  readonly controlRoomTold: boolean
  /** The control room must still be told of a case that is merged into it. */
  readonly mergedUntold: boolean
  /** How near the best officers are and how many of them; null where somebody holds the case. */
  readonly suggested: { readonly tier: Tier | 'none'; readonly count: number } | null
}
