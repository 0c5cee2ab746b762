import 'server-only'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { noteRefusal } from './note-refusal'

/** Does something that gives a case out, and has it audited where it was not theirs to do. */
export async function orNoteHandOutRefusal<T>(
  actor: Actor,
  reference: string,
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof DomainError && (error.code === 'forbidden' || error.code === 'not-found'))
      await noteRefusal(actor, reference, { attempted: 'hand-out', code: error.code })
    throw error
  }
}
