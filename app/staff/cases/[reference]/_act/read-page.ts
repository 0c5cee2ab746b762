import 'server-only'
import { redirect } from 'next/navigation'
import type { Clock } from '@/components/staff/clock'
import { now } from '@/lib/adapters/clock'
import type { Session } from '@/lib/auth/session'
import { noteSeen } from '@/lib/commands/note-seen'
import { staffPaths } from '@/lib/config/paths'
import { riskOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import type { CaseAction } from '@/lib/domain/role-grants'
import type { KeptAct } from '@/lib/drafts/kept-act'
import { getCaseHeadline } from '@/lib/queries/get-case-headline'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import { ownGlass } from '@/lib/queries/glass-notices'
import { listCaseHistory } from '@/lib/queries/list-case-history'
import { caseClocks } from '@/lib/queries/list-clocks'
import type { CaseClocks } from '@/lib/queries/list-clocks'
import { markOf } from '@/lib/queries/live/own-live'
import { closingOf } from '@/lib/queries/open-closing'
import type { OpenClosing } from '@/lib/queries/open-closing'
import { deskClockFor } from '../../../_desk/clock'
import { keptForm } from '../../../_http/kept-form'
import { readCase } from './read-case'
import type { CaseRead } from './read-case'
import { wordsOnce } from './words-once'
import type { WordsOfHatred } from './words-once'

export type Query = Readonly<Record<string, string | string[] | undefined>>

/** All that a page of one case is made from. */
export interface CasePageRead {
  readonly session: Session
  readonly actor: Actor
  readonly headline: CaseHeadline
  readonly may: ReadonlySet<CaseAction>
  /** Which state of the case this is. */
  readonly mark: string | null
  readonly read: CaseRead
  /** How many words of hatred it holds, and whether they are shown this once. */
  readonly words: WordsOfHatred
  /** They have to say first why they open it. */
  readonly asks: boolean
  readonly running: CaseClocks
  readonly history: Awaited<ReturnType<typeof listCaseHistory>>
  /** What they wrote in a form of this page that was not taken. */
  readonly kept: KeptAct | null
  /** Until when they have its glass broken. */
  readonly glass: Date | null
  /** That somebody asks for it to be closed; null where nobody does, or they may not open it. */
  readonly closing: OpenClosing | null
  readonly query: Query
  readonly clock: Clock
}

/** Reads what a page of a case shows, and opens the case for whoever may and has said why. Leads elsewhere where it is not theirs to know of. */
export async function readCasePage(
  session: Session,
  text: string,
  searchParams: Promise<Query>,
): Promise<CasePageRead> {
  const { actor } = session
  // Before anything is read: what changes from here on is newer than the page.
  const mark = await markOf(actor, text)
  const { headline, may } = await findOrNotFound(actor, text)
  const loadedAt = now()
  const read = await readCase(session, headline, may)
  const asks = read.asked.length > 0
  const words =
    read.opened === null
      ? { count: 0, isShown: false }
      : await wordsOnce(actor, headline.reference, read.opened)
  const [running, history, kept, query, glass, clock, closing] = await Promise.all([
    caseClocks(actor, { id: headline.id, risk: riskOf(headline) }),
    listCaseHistory(actor, headline.reference),
    keptForm(actor, staffPaths.case(headline.reference)),
    searchParams,
    ownGlass(actor, headline.id),
    deskClockFor(actor, headline.recordTypeId),
    asks ? null : closingOf(actor, headline.id),
    // What somebody is asked first why they open, they have not seen.
    asks ? null : noteSeen(actor, headline.id, loadedAt),
  ])
  const seen = { running, history, kept, glass, closing }
  return { session, actor, headline, may, mark, read, words, asks, ...seen, query, clock }
}

async function findOrNotFound(actor: Actor, reference: string) {
  try {
    return await getCaseHeadline(actor, reference)
  } catch (error) {
    if (error instanceof DomainError) redirect(staffPaths.missing)
    throw error
  }
}
