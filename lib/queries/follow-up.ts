import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { publicDb } from '@/lib/db/client'
import { parseReturnCode } from '@/lib/domain/return-code'
import { updateDue } from '@/lib/domain/clocks/clock-rules'
import type { AskedContact, Reach } from '@/lib/domain/clocks/promise-words'
import { risks } from '@/lib/domain/words'
import type { CaseStatus, Role, SubmissionKind } from '@/lib/domain/words'
import type { FollowUp } from '@/lib/drafts/draft'
import { keyOf } from '@/lib/drafts/follow-up-key'
import { openPrivateKey, returnCodeKeys } from '@/lib/sealing/return-code-keys'

/** What a return code found. A code that was never given and a code mistyped get the same answer. */
export type FoundFollowUp =
  | { readonly ok: true; readonly submissionId: string; readonly privateKey: Uint8Array }
  | { readonly ok: false }

/** What the holder of a return code is told about their case. */
export interface FollowUpStatus {
  readonly reference: string
  readonly kind: SubmissionKind
  readonly status: CaseStatus
  readonly receivedAt: Date
  readonly promisedBy: Date
  /** The role of whoever has the case, never the name; null while nobody has. */
  readonly heldByRole: Role | null
  readonly closedAt: Date | null
  readonly wantsOfficer: boolean
  /** Nobody has made the first contact yet. */
  readonly firstContactOpen: boolean
  /** When the officer the promise counts on is on duty. */
  readonly dutyAt: Date | null
  readonly beyondTarget: boolean
  /** Who was to make the first contact, and how they hear from us, as they were told. */
  readonly asked: AskedContact
  readonly reach: Reach
  /** By when they hear from us again; null while they are waited for, and before the first contact. */
  readonly updateBy: Date | null
  /** Somebody had it before, whether or not somebody has it now. */
  readonly heldBefore: boolean
  /** A message from us was left for them. */
  readonly wasWrittenTo: boolean
  /** When a message of theirs said that there is danger, and nobody has seen to it yet. */
  readonly dangerAt: Date | null
  /** When they said that they want nothing more done. */
  readonly withdrawnAt: Date | null
  /** They say that something is not what was agreed, and no supervisor has seen to it yet. */
  readonly disputed: boolean
  /** When staff said for them how they may be reached, where what they said then holds. */
  readonly planByStaffAt: Date | null
}

interface StatusRow extends Omit<FollowUpStatus, 'updateBy'> {
  readonly updateStartedAt: Date | null
  readonly riskRank: number
}

/** In what role somebody looked at what was sent, and on which day last, by the force's calendar. Never who. */
export interface RoleThatLooked {
  readonly role: Role
  readonly lastOn: Date
}

/** Never a code: what is derived from it finds no row. */
const NO_CODE = ''

interface CodeRow {
  readonly submissionId: string
  readonly wrapped: Uint8Array
}

/** Finds the submission of a typed return code, and the key to its messages. Takes the same work whether there is one or not. */
export async function openFollowUp(typed: string): Promise<FoundFollowUp> {
  const { lookup, wrapKey } = await returnCodeKeys(parseReturnCode(typed) ?? NO_CODE)
  const [row] = await publicDb().$queryRaw<CodeRow[]>`
    select submission_id::text as "submissionId", wrapped_private_key as wrapped
    from find_return_code(${lookup}::bytea)`
  if (row === undefined) return { ok: false }
  const { submissionId } = row
  return { ok: true, submissionId, privateKey: await openPrivateKey(row.wrapped, submissionId, wrapKey) }
}

/** Whether the code of a follow-up that is open in a browser is the one that opens it still. */
export async function codeStillOpens(followUp: FollowUp): Promise<boolean> {
  const [row] = await publicDb().$queryRaw<{ opens: boolean }[]>`
    select code_still_opens(${followUp.submissionId}::uuid, ${await keyOf(followUp)}::bytea) as opens`
  return row?.opens === true
}

/** Where a submission stands; null when it no longer exists. */
export async function followUpStatus(submissionId: string): Promise<FollowUpStatus | null> {
  const [row] = await publicDb().$queryRaw<StatusRow[]>`
    select reference, kind, status, received_at as "receivedAt", promised_by as "promisedBy",
      held_by_role as "heldByRole", closed_at as "closedAt", wants_officer as "wantsOfficer",
      first_contact_open as "firstContactOpen", duty_at as "dutyAt", beyond_target as "beyondTarget",
      coalesce(asked, 'nobody') as asked, coalesce(reach, 'out') as reach,
      update_started_at as "updateStartedAt", risk_rank as "riskRank", held_before as "heldBefore",
      was_written_to as "wasWrittenTo", danger_at as "dangerAt", withdrawn_at as "withdrawnAt", disputed,
      plan_by_staff_at as "planByStaffAt"
    from follow_up_status(${submissionId}::uuid)`
  if (row === undefined) return null
  const { updateStartedAt, riskRank, ...status } = row
  const risk = risks[riskRank] ?? 'low'
  const updateBy = updateStartedAt === null ? null : updateDue(risk, updateStartedAt, currentForce())
  return { ...status, updateBy }
}

/** In what roles people looked at a submission, whoever looked last first. */
export function followUpLooks(submissionId: string): Promise<readonly RoleThatLooked[]> {
  return publicDb().$queryRaw<RoleThatLooked[]>`
    select role, last_on as "lastOn" from follow_up_looks(${submissionId}::uuid, ${currentForce().timeZone})
    order by last_on desc, role`
}
