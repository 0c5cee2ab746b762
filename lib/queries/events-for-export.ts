import 'server-only'
import { z } from 'zod'
import { currentForce } from '@/lib/config/current-force'
import type { Transaction } from '@/lib/db/client'
import { localTime } from '@/lib/domain/calendar'
import { roles } from '@/lib/domain/words'
import type { Role } from '@/lib/domain/words'
import { organisationName } from './organisation-name'

const detail = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
const role = z.enum(roles).nullable().catch(null)

/** Something that happened to a case, people by their roles. */
export interface ToldEvent {
  readonly id: string
  readonly at: Date
  readonly type: string
  readonly role: Role | null
  /** Codes; ids of people are their roles, those of nobody here are gone; police forces have their names, times are by the force's clocks. */
  readonly detail: z.infer<typeof detail>
  /** The words that belong to it, which are for staff. */
  readonly note: string | null
}

/** What happened to a case, in its order, with the words of `notes` by their box. */
export async function eventsForExport(
  tx: Transaction,
  caseId: string,
  notes: ReadonlyMap<string, string>,
): Promise<readonly ToldEvent[]> {
  const rows = await tx.caseEvent.findMany({
    where: { caseId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: { actor: { select: { role: true } } },
  })
  const people = await tx.account.findMany({ select: { id: true, role: true } })
  const roleOf = new Map(people.map((one) => [one.id, one.role]))
  return rows.map(({ id, at, type, actor, boxId, detail: told }) => ({
    ...{ id, at, type, role: role.parse(actor?.role ?? null) },
    detail: Object.fromEntries(
      Object.entries(detail.parse(told)).map(([key, value]) => [
        key,
        z.uuid().safeParse(value).success ? (roleOf.get(String(value)) ?? null) : named(key, value),
      ]),
    ),
    note: boxId === null ? null : (notes.get(boxId) ?? null),
  }))
}

function named(key: string, value: ToldEvent['detail'][string] | undefined) {
  if (z.iso.datetime().safeParse(value).success) return clockTime(String(value))
  return (key === 'recipient' ? organisationName(String(value)) : undefined) ?? value ?? null
}

/** A time by the force's clocks: `2026-11-23 10:00`. */
function clockTime(at: string): string {
  const local = localTime(new Date(at), currentForce()).toPlainDateTime()
  return local.toString({ smallestUnit: 'minute' }).replace('T', ' ')
}
