import 'server-only'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { getCaseHeadline } from './get-case-headline'

/** Whether this person may know of a case, as it is now. */
export async function maySee(actor: Actor, reference: string): Promise<boolean> {
  try {
    await getCaseHeadline(actor, reference)
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}
