import 'server-only'
import { asActor } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'
import { controlRoomUntold } from './merged-cases'

/** Another case, as far as it is told beside the one it belongs to. */
export interface TiedCase {
  readonly reference: string
  readonly status: string
}

/** What a case is tied to, of what `actor` may know. */
export interface CaseTies {
  /** The case it goes on in; null also where they may not know of that. */
  readonly goesOnIn: TiedCase | null
  /** Those that were merged into it. `waiting`: whoever reported it wrote, and nobody has answered. `untold`: the control room must still be told of it. `dueAt`: by when they were promised something. */
  readonly merged: readonly (TiedCase & {
    readonly waiting: boolean
    readonly untold: boolean
    readonly dueAt: Date | null
  })[]
  readonly links: readonly (TiedCase & { readonly kind: string; readonly at: Date; readonly by: string })[]
}

/** The cases that one is linked to, merged into, or goes on for: row security leaves out whatever is not theirs to know of. */
export function tiesOfCase(actor: Actor, caseId: string): Promise<CaseTies> {
  return asActor(actor, async (tx) => {
    const [goesOnIn] = await tx.$queryRaw<TiedCase[]>`
      SELECT r.reference, r.status FROM "case" c JOIN "case" r ON r.id = c.goes_on_in_id WHERE c.id = ${caseId}::uuid`
    const merged = await tx.$queryRaw<CaseTies['merged'][number][]>`
      SELECT c.reference, c.status, c.last_message_from IS NOT DISTINCT FROM 'reporter' AS waiting, ${controlRoomUntold.own} AS untold,
             (SELECT min(k.due_at) FROM case_clock k WHERE k.case_id = c.id AND k.ended_at IS NULL AND k.pause = 'merged' AND k.kind <> 'review') AS "dueAt"
        FROM "case" c WHERE c.goes_on_in_id = ${caseId}::uuid ORDER BY c.reference`
    const links = await tx.$queryRaw<CaseTies['links'][number][]>`
      SELECT c.reference, c.status, l.kind, l.made_at AS at, a.name AS by
        FROM case_link l
        JOIN "case" c ON c.id = CASE WHEN l.case_id = ${caseId}::uuid THEN l.other_id ELSE l.case_id END
        JOIN account a ON a.id = l.made_by_id
       WHERE ${caseId}::uuid IN (l.case_id, l.other_id) ORDER BY l.made_at DESC, c.reference`
    return { goesOnIn: goesOnIn ?? null, merged, links }
  })
}
