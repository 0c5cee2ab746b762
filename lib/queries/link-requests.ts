import 'server-only'
import { asActor } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'

/** Somebody asks whether a case of theirs and this one belong together. */
interface CameRequest {
  readonly id: string
  readonly at: Date
  readonly who: string
  readonly kind: string
  /** The case they ask for; null where it may not be seen. */
  readonly reference: string | null
}

/** What may be known of such questions about one case. */
export interface LinkRequests {
  readonly came: readonly CameRequest[]
  /** Those that were answered with yes: by whom, and about which case. */
  readonly agreed: readonly { readonly at: Date; readonly who: string; readonly reference: string }[]
  /** When it was last asked from this case; null: never. */
  readonly askedAt: Date | null
}

interface Row {
  readonly id: string | null
  readonly came: boolean
  readonly at: Date
  readonly who: string | null
  readonly kind: string | null
  readonly reference: string | null
}

/** The questions that came about a case and those that were asked from it, for whoever works on it: a no looks as no answer does. */
export async function linkRequestsOf(actor: Actor, caseId: string): Promise<LinkRequests> {
  const rows = await asActor(
    actor,
    (tx) => tx.$queryRaw<Row[]>`
      SELECT id::text AS id, came, at, who, kind, reference FROM link_requests_of(${caseId}::uuid)`,
  )
  return {
    came: rows.flatMap(({ id, came, at, who, kind, reference }) =>
      came && id !== null && who !== null && kind !== null ? [{ id, at, who, kind, reference }] : [],
    ),
    agreed: rows.flatMap(({ came, at, who, reference }) =>
      !came && who !== null && reference !== null ? [{ at, who, reference }] : [],
    ),
    askedAt: rows.find(({ id }) => id === null)?.at ?? null,
  }
}
