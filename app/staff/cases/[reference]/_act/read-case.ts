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
  /** Why nothing is opened; null where it is, and where somebody has to say first why. */
  readonly why: WhyNotOpened | null
}

/**
 * Why nothing that was said in a case is shown. `locked`: it is not theirs to open; `erased`: there is nothing left, for anybody; `made-up`: it was made up
 * for a demonstration, and there never was anything; `not-logged`: the look could not be written to the log; `unreadable`: it did not open.
 */
export type WhyNotOpened = 'locked' | 'erased' | 'made-up' | 'not-logged' | 'unreadable'

const expected = ['not-logged', 'made-up'] as const satisfies readonly WhyNotOpened[]
const unopened = { opened: null, held: null } as const

/** Opens a case for whoever may and has said why, under audit. Somebody who has not is asked, and nothing is opened. */
export async function readCase(
  session: Session,
  headline: CaseHeadline,
  may: ReadonlySet<CaseAction>,
): Promise<CaseRead> {
  const { actor, handle } = session
  if (headline.erasedAt !== null) return { ...unopened, reason: null, asked: [], why: 'erased' }
  if (!may.has('open')) return { ...unopened, reason: null, asked: [], why: 'locked' }
  const reason = await givenReason(actor, handle, headline)
  if (reason === null) return { ...unopened, reason, asked: reasonsToOffer(actor, headline), why: null }
  const number = await numberOnce(actor, headline.reference)
  const reveal = await revealOnce(session, headline.reference)
  try {
    const opened = await openCase(actor, headline.reference, reason, { reveal, number })
    const why = opened === null ? 'unreadable' : null
    return { opened, held: opened?.reach ?? null, reason, asked: [], why }
  } catch (error) {
    // Somebody took the case or gave it away, or an hour ended, in the moment since: look again, and ask if need be.
    const code = error instanceof DomainError ? error.code : null
    if (code === 'no-reason' || code === 'not-found') redirect(staffPaths.case(headline.reference))
    const why = expected.find((known) => known === code)
    if (why !== undefined) return { ...unopened, reason, asked: [], why }
    throw error
  }
}
