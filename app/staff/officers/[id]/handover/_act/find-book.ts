import 'server-only'
import { redirect } from 'next/navigation'
import { noteNoEntry } from '@/lib/commands/note-no-entry'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { getOfficer } from '@/lib/queries/get-officer'
import type { OfficerDetail } from '@/lib/queries/get-officer'

/** Whether somebody may hand over all that an officer holds: it is theirs, or they supervise. */
export function mayHandOver(actor: Actor, officer: Pick<OfficerDetail, 'accountId'>): boolean {
  return actor.role === 'supervisor' || officer.accountId === actor.id
}

/** The officer whose cases are to go. Leads away, and notes it, where that is not this person's to do. */
export async function findBook(actor: Actor, id: string): Promise<OfficerDetail> {
  const officer = await getOfficer(actor, id).catch((error: unknown) => {
    if (error instanceof DomainError) return null
    throw error
  })
  if (officer === null) redirect(staffPaths.missing)
  if (mayHandOver(actor, officer)) return officer
  await noteNoEntry(actor, 'officers')
  redirect(`${staffPaths.queue}?problem=forbidden`)
}

/** Where what became of a handover waits for the page that tells it once. */
export const outcomesForm = (id: string) => ({
  page: staffPaths.officerAct(id, 'handover'),
  form: 'handover-outcomes',
  fields: ['outcomes'],
})
