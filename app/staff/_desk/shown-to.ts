import type { ShownCase } from '@/components/staff/act-form'
import type { Actor } from '@/lib/domain/policy'

/** A case as a page shows it to somebody, for the forms there. */
export function shownTo(actor: Actor, { reference, version }: Omit<ShownCase, 'actorId'>): ShownCase {
  return { reference, version, actorId: actor.id }
}
