import 'server-only'
import { redirect } from 'next/navigation'
import type { Session } from '@/lib/auth/session'
import type { KnownPlan } from '@/lib/commands/agree-call-back'
import { staffPaths } from '@/lib/config/paths'
import { actsOn } from '@/lib/domain/case'
import { stateOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import type { CaseAction } from '@/lib/domain/role-grants'
import { getCaseHeadline } from '@/lib/queries/get-case-headline'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import { knownPlan } from './known-plan'

interface CallBackPage {
  readonly headline: CaseHeadline
  readonly may: ReadonlySet<CaseAction>
  readonly known: KnownPlan | null
}

/** What the page needs to know. Whoever may agree on nothing here, or has to say first why they open the case, is led to it. */
export async function planOrLead(session: Session, text: string): Promise<CallBackPage> {
  const { headline, may } = await orLead(
    () => staffPaths.missing,
    () => getCaseHeadline(session.actor, text),
  )
  const page = staffPaths.case(headline.reference)
  if (!may.has('call-back') || !actsOn(stateOf(headline)).includes('call-back')) redirect(page)
  const known = await orLead(
    (code) => `${page}?problem=${code}`,
    () => knownPlan(session, headline),
  )
  return { headline, may, known }
}

async function orLead<T>(place: (code: string) => string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof DomainError) redirect(place(error.code))
    throw error
  }
}
