import 'server-only'
import { redirect } from 'next/navigation'
import type { Session } from '@/lib/auth/session'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { reasonsToOffer } from '@/lib/domain/opening-reason'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import type { CaseAction } from '@/lib/domain/role-grants'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import { givenReason } from '@/lib/queries/given-reason'
import { openCase } from '@/lib/queries/open-case'
import type { OpenedCase, OpenedReach } from '@/lib/queries/open-case'
import { numberOnce, revealOnce } from './reveal-once'

/** What a look at a case came to. */
export interface CaseRead {
  /** Null where it may not, cannot or need not be opened, and where somebody has to say first why. */
  readonly opened: OpenedCase | null
  /** The plan that holds; null where it was not opened. */
  readonly held: OpenedReach | null
  readonly reason: OpeningReason | null
  /** The answers to choose from for somebody who has to say why; none for everybody else. */
  readonly asked: readonly OpeningReason[]
  /** The look could not be written to the log, and so nothing was opened. */
  readonly unlogged?: true
  /** It was made up for a demonstration, and there is nothing in it. */
  readonly madeUp?: true
}

const unopened = { opened: null, held: null } as const

/** Opens a case for whoever may and has said why, under audit. Somebody who has not is asked, and nothing is opened. */
export async function readCase(
  session: Session,
  headline: CaseHeadline,
  may: ReadonlySet<CaseAction>,
): Promise<CaseRead> {
  const { actor, handle } = session
  if (!may.has('open') || headline.erasedAt !== null) return { ...unopened, reason: null, asked: [] }
  const reason = await givenReason(actor, handle, headline)
  if (reason === null) return { ...unopened, reason, asked: reasonsToOffer(actor, headline) }
  const number = await numberOnce(actor, headline.reference)
  const reveal = await revealOnce(session, headline.reference)
  try {
    const opened = await openCase(actor, headline.reference, reason, { reveal, number })
    return { opened, held: opened?.reach ?? null, reason, asked: [] }
  } catch (error) {
    // Somebody took the case or gave it away, or an hour ended, in the moment since: look again, and ask if need be.
    const code = error instanceof DomainError ? error.code : null
    if (code === 'no-reason' || code === 'not-found') redirect(staffPaths.case(headline.reference))
    if (code === 'not-logged') return { ...unopened, reason, asked: [], unlogged: true }
    if (code === 'made-up') return { ...unopened, reason, asked: [], madeUp: true }
    throw error
  }
}
