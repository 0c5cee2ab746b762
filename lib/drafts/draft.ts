import 'server-only'
import { randomBytes } from 'node:crypto'
import type { AskedContact, Reach } from '@/lib/domain/clocks/promise-words'
import type { ReachPlan } from '@/lib/domain/contact/may-use'
import type { DangerAnswer } from '@/lib/domain/danger/says-danger'
import type { FileProblem, ScanResult } from '@/lib/domain/evidence/file-problem'
import type { MessageProblem } from '@/lib/domain/message'
import type { PublicAlert } from '@/lib/domain/risk'
import type { Channel, SubmissionKind } from '@/lib/domain/words'
import type { Answers } from '@/lib/journey/definition'
import type { FieldValues } from '@/lib/journey/view'
import type { HourlyWay } from '@/lib/journeys/barred-ways'

/** What was typed on a step and could not be taken yet: refused, or saved in the background while still typing. */
export interface Attempt {
  readonly values: FieldValues
  /** Question id to error code; empty for text saved in the background. */
  readonly errors: Readonly<Record<string, string>>
}

/** A file that is not sent. What it is, and the key of its pieces, are here alone. */
export interface DraftFile {
  readonly id: string
  /** Base64. */
  readonly key: string
  /** As it is shown; empty where nothing of it could be. */
  readonly name: string
  /** What it turned out to be once all of it was here; null while it arrives. */
  readonly whole: WholeFile | null
  /** By what a browser that comes back knows its file again. */
  readonly mark: string
}

/** A file that is here from its first byte to its last. */
export interface WholeFile {
  readonly kind: string
  readonly bytes: number
  readonly pieces: number
  readonly sha256: string
  readonly scan: ScanResult
}

/** A file that was not taken, and why. */
export interface RefusedFile {
  readonly name: string
  readonly problem: FileProblem
}

/** The files of one journey, and what was wrong with those that were sent last. */
export interface DraftFiles {
  readonly held: readonly DraftFile[]
  readonly refused: readonly RefusedFile[]
}

/** One journey in progress. */
export interface JourneyDraft {
  readonly answers: Answers
  /** By slug of the step. */
  readonly attempts: Readonly<Record<string, Attempt>>
  /** The single-use token of the check page. */
  readonly token: string
  /** Left out: none were ever added. */
  readonly files?: DraftFiles
}

/** What the confirmation page shows, kept until the draft expires or is left. */
export interface Sent {
  readonly journeyId: string
  readonly kind: SubmissionKind
  readonly reference: string
  readonly submissionId: string
  /** Canonical 20 characters; null when none was wanted. */
  readonly returnCode: string | null
  /** There is a code, but the person chose to show it no more. */
  readonly codeHidden?: true
  /** Whether the person left any way back to them: a contact plan or a code. */
  readonly reachable: boolean
  /** How they hear from us. Left out by a draft from before promises came from the rota. */
  readonly reach?: Reach
  /** The ways they ticked that are used at no hour, because they named none that is safe. Left out: none. */
  readonly barred?: readonly HourlyWay[]
  /** When the first of their own hours begins, an ISO time. Left out: somebody may be in touch in them by the promised time, or there are none. */
  readonly hoursBegin?: string
  /** ISO time. */
  readonly promisedBy: string
  /** When the officer it counts on is on duty, an ISO time. Left out by a draft from before promises came from the rota. */
  readonly dutyAt?: string | null
  /** It is later than the force aims for. */
  readonly beyondTarget?: boolean
  /** Who is to make the first contact. */
  readonly asked?: AskedContact
  /** Of what somebody recorded for them: when they may be rung, to agree on a call-back while they are there. Left out: nobody did. */
  readonly callPlan?: ReachPlan
  readonly equalityDone: boolean
  /** The token it was sent with, so that the same page sent again leads here. */
  readonly token: string
  /** What came with it, as a receipt. Left out: nothing. */
  readonly files?: readonly FileReceipt[]
}

/** That a file arrived, and by what it can be known again. */
export interface FileReceipt {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

/** A message that waits to be put right. */
interface MessageAttempt {
  readonly text: string
  /** `ended`: its code opened nothing any more. */
  readonly error: MessageProblem | 'ended'
  readonly adds: boolean
  readonly danger: DangerAnswer
  /** Staff were told that it says somebody is in danger. */
  readonly told: boolean
}

/** What somebody can do with their code, as its page says that it is done; `answered-late`: it was not. */
type SupportDone = 'support-asked' | 'support-stopped'
export type FollowUpDone = 'contact' | 'not-agreed' | 'withdrawn' | 'goes-on' | 'answered-late' | SupportDone

/** A follow-up that was opened with its return code in this browser. */
export interface FollowUp {
  readonly submissionId: string
  /** Base64. Opens the messages of this submission and nothing else; at rest under the cookie's key alone. */
  readonly privateKey: string
  /** A message that was typed and could not be taken, with the code of what is wrong with it. */
  readonly attempt: MessageAttempt | null
  /** What was written last said that there is danger: the help to show first, until this visit ends. Left out: none. */
  readonly alerts?: readonly PublicAlert[]
  /** The token of the page whose contact plan was kept last in this visit, so that the same page posted again is known. Left out: none. */
  readonly planToken?: string
  /** What was done last in this visit. Left out: nothing. */
  readonly done?: FollowUpDone
  /** Files that are on their way. Left out: none. */
  readonly files?: DraftFiles
}

/** Everything kept for one browser. */
export interface Draft {
  readonly channel: Channel
  /** The account that records for somebody else: the draft is nothing to anybody else at the same desk. */
  readonly recordedBy?: string
  readonly journeys: Readonly<Record<string, JourneyDraft>>
  readonly sent: Sent | null
  /** The submission whose return code was given in this browser. */
  readonly followUp: FollowUp | null
}

/** Whose draft: a member of the public's own, or one a call handler fills in for somebody. */
export type DraftSlot = 'public' | 'record'

/** A draft with nothing in it. */
export function emptyDraft(channel: Channel): Draft {
  return { channel, journeys: {}, sent: null, followUp: null }
}

/** A journey with nothing answered and a token of its own. */
export function emptyJourneyDraft(): JourneyDraft {
  return { answers: {}, attempts: {}, token: randomBytes(32).toString('base64url') }
}
