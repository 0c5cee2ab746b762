import 'server-only'
import { redirect } from 'next/navigation'
import { noteRefusal } from '@/lib/commands/note-refusal'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { getCaseHeadline } from '@/lib/queries/get-case-headline'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'

/** The case of the page, for whoever works on it. Others are led back to the case, and the try is audited. */
export async function workedCase(actor: Actor, text: string): Promise<CaseHeadline> {
  const { headline, may } = await headlineOf(actor, text)
  const { reference, erasedAt } = headline
  if (!may.has('work')) {
    await noteRefusal(actor, reference, { attempted: 'work', code: 'forbidden' })
    redirect(`${staffPaths.case(reference)}?problem=forbidden`)
  }
  if (erasedAt !== null) redirect(`${staffPaths.case(reference)}?problem=erased`)
  return headline
}

async function headlineOf(actor: Actor, text: string) {
  try {
    return await getCaseHeadline(actor, text)
  } catch (error) {
    if (error instanceof DomainError) redirect(staffPaths.missing)
    throw error
  }
}
