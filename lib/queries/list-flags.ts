import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'

/** Few: below each is what it was made of. */
const flagPageSize = 10

/** A flag as whoever answers for looking sees it. */
interface ListedFlag {
  readonly id: string
  readonly rule: string
  readonly signs: readonly string[]
  readonly actorId: string
  readonly who: string
  /** Midnight UTC of the day it is about. */
  readonly day: Date
  readonly raisedAt: Date
  /** Null while nobody has decided. */
  readonly resolved: {
    readonly by: string | null
    readonly at: Date | null
    readonly outcome: string
    readonly reason: string | null
  } | null
}

/**
 * Flags of the force that wait, the oldest day first, or those that were resolved, the latest first; one page, and whether there is
 * another. None about the asker. DomainError `forbidden` for whoever does not answer for looking.
 */
export async function listFlags(
  actor: Actor,
  { resolved, page }: { readonly resolved: boolean; readonly page: number },
): Promise<{ readonly flags: readonly ListedFlag[]; readonly more: boolean }> {
  if (!mayEnter(actor.role, 'audit')) throw new DomainError('forbidden')
  const found = await asActor(actor, (tx) =>
    tx.lookingFlag.findMany({
      where: {
        ...{ force: currentForce().id, NOT: { actorId: actor.id } },
        resolvedAt: resolved ? { not: null } : null,
      },
      orderBy: resolved ? [{ resolvedAt: 'desc' }, { id: 'asc' }] : [{ day: 'asc' }, { id: 'asc' }],
      include: { actor: { select: { name: true } }, resolvedBy: { select: { name: true } } },
      skip: (page - 1) * flagPageSize,
      take: flagPageSize + 1,
    }),
  )
  const flags = found
    .slice(0, flagPageSize)
    .map(({ resolvedBy, resolvedAt, outcome, reason, actor: about, ...flag }) => ({
      ...{
        id: flag.id,
        rule: flag.rule,
        signs: flag.signs,
        actorId: flag.actorId,
        who: about.name,
        day: flag.day,
      },
      raisedAt: flag.raisedAt,
      resolved: outcome === null ? null : { by: resolvedBy?.name ?? null, at: resolvedAt, outcome, reason },
    }))
  return { flags, more: found.length > flagPageSize }
}
