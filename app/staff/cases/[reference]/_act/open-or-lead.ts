import 'server-only'
import { redirect } from 'next/navigation'
import type { Session } from '@/lib/auth/session'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import type { CaseAction } from '@/lib/domain/role-grants'
import { getCaseHeadline } from '@/lib/queries/get-case-headline'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import { givenReason } from '@/lib/queries/given-reason'
import { openCase } from '@/lib/queries/open-case'
import type { OpenedCase } from '@/lib/queries/open-case'

interface OpenedPage {
  readonly headline: CaseHeadline
  readonly may: ReadonlySet<CaseAction>
  readonly opened: OpenedCase
}

/**
 * Opens a case for a page beside its own, under audit. Whoever may not open it, has to say why first, or for whom it does not open is led to the
 * case, which says that. `before` is done first, and where it is refused nothing is opened.
 */
export async function openOrLead(
  { actor, handle }: Session,
  text: string,
  before: (reference: string) => Promise<void> = () => Promise.resolve(),
): Promise<OpenedPage> {
  const { headline, may } = await getCaseHeadline(actor, text).catch((error: unknown) => {
    if (error instanceof DomainError) redirect(staffPaths.missing)
    throw error
  })
  const { reference } = headline
  if (!may.has('open') || headline.erasedAt !== null) redirect(staffPaths.case(reference))
  const reason = await givenReason(actor, handle, headline)
  if (reason === null) redirect(`${staffPaths.case(reference)}?problem=no-reason`)
  const opened = await orLead(reference, async () => {
    await before(reference)
    return openCase(actor, reference, reason)
  })
  if (opened === null) redirect(`${staffPaths.case(reference)}?problem=unreadable`)
  return { headline, may, opened }
}

async function orLead<T>(reference: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open()
  } catch (error) {
    if (error instanceof DomainError) redirect(`${staffPaths.case(reference)}?problem=${error.code}`)
    throw error
  }
}
