import 'server-only'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { findVisibleCase } from './find-visible-case'

/** Whether this person may know of a case, as it is now. Nothing is audited: nobody asked to see it. */
export async function maySee(actor: Actor, reference: string): Promise<boolean> {
  try {
    await asActor(actor, (tx) => findVisibleCase(tx, actor, reference))
    return true
  } catch (error) {
    if (error instanceof DomainError) return false
    throw error
  }
}
