import 'server-only'
import { redirect } from 'next/navigation'
import { noteRefusal } from '@/lib/commands/note-refusal'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { getCaseHeadline } from '@/lib/queries/get-case-headline'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import { policyContext } from '@/lib/queries/policy-context'

/** The case, for whoever may give it out; for everybody else there is no such page, and the try is audited. */
export async function mayGiveOut(actor: Actor, text: string): Promise<CaseHeadline> {
  const found = await headlineOf(actor, text)
  if (found === null) redirect(staffPaths.missing)
  const { headline, may } = found
  if (may.has('hand-out') && headline.erasedAt === null) return headline
  await noteRefusal(actor, headline.reference, { attempted: 'hand-out', code: 'forbidden' })
  redirect(staffPaths.missing)
}

/** Null where there is none, or none they may know of. */
async function headlineOf(actor: Actor, text: string) {
  try {
    return await getCaseHeadline(actor, text, policyContext(true))
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}
