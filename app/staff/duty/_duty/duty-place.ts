import 'server-only'
import { redirect } from 'next/navigation'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import type { Shift } from '@/lib/domain/officer-facts'
import type { Actor } from '@/lib/domain/policy'
import { getDuty } from '@/lib/queries/duty/get-duty'
import type { OfficerDuty } from '@/lib/queries/duty/get-duty'
import { ownOfficer } from '@/lib/queries/own-officer'
import { withQuery } from '../../_http/kept-form'

/** Whose duty an address is about: one's own (null), or that of an officer by their id. */
export type DutyPlace = string | null

/** Duty as a page shows it, and whether whoever looks at it may change it. */
export interface ShownDuty extends OfficerDuty {
  readonly place: DutyPlace
  readonly isOwn: boolean
  readonly mayChange: boolean
}

/** The id of the officer a place is about. DomainError `not-found` for whoever is none. */
export async function officerAt(actor: Actor, place: DutyPlace): Promise<string> {
  const id = place ?? (await ownOfficer(actor))
  if (id === null) throw new DomainError('not-found')
  return id
}

/** Leads whoever may look and not change to the duty itself, with what the address says was not done. */
export function leadToDuty(place: DutyPlace, { problem }: Readonly<Record<string, unknown>>): never {
  const page = staffPaths.duty(place)
  redirect(typeof problem === 'string' ? withQuery(page, { problem }) : page)
}

/** The duty of a place within a time; leads whoever may not know of it to where nothing is. */
export async function dutyAt(actor: Actor, place: DutyPlace, window: Shift): Promise<ShownDuty> {
  try {
    const duty = await getDuty(actor, await officerAt(actor, place), window)
    const isOwn = duty.accountId === actor.id
    return { ...duty, place, isOwn, mayChange: isOwn || actor.role === 'supervisor' }
  } catch (error) {
    if (error instanceof DomainError) redirect(staffPaths.missing)
    throw error
  }
}
