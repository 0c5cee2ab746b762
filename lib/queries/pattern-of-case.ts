import 'server-only'
import { appendAudit } from '@/lib/commands/append-audit'
import { asActor } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'

/** What cases are compared by: never a surname, which strangers share. */
const patternKinds = ['telephone', 'email', 'postcode'] as const
type PatternKind = (typeof patternKinds)[number]

/** How often something of a case has come in other cases: in the 90 days before it, and since. */
export interface Pattern {
  readonly kind: PatternKind
  readonly before: number
  readonly since: number
}

/**
 * How often the telephone number, e-mail address or postcode of a case has come lately, for whoever works on it: a count, whoever's the other cases are and
 * whether or not they may be seen; which they are is told nobody. Sealed cases are in no count. Where there is something to tell, the audit has a row of it before it is told.
 */
export function patternOfCase(
  actor: Actor,
  { id, reference }: { readonly id: string; readonly reference: string },
): Promise<readonly Pattern[]> {
  return asActor(actor, async (tx) => {
    const found = await tx.$queryRaw<Pattern[]>`
      SELECT kind, before, since FROM pattern_of_case(${id}::uuid)`
    const patterns = patternKinds.flatMap((kind) => found.filter((one) => one.kind === kind))
    if (patterns.length === 0) return patterns
    const detail = Object.fromEntries(patterns.map(({ kind, before, since }) => [kind, before + since]))
    const about = { caseId: id, reference, detail }
    await appendAudit(tx, { actorId: actor.id, role: actor.role, action: 'pattern-told', ...about })
    return patterns
  })
}
