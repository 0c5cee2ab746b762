import 'server-only'
import { asActor } from '@/lib/db/client'
import { mayMakeDecoys } from '@/lib/domain/decoy'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'

/** A decoy as an auditor sees it. */
interface ListedDecoy {
  readonly reference: string
  readonly madeAt: Date
  /** How often it was opened, and when last. */
  readonly openings: number
  readonly lastAt: Date | null
}

interface Decoys {
  /** How many cases of the force are none. */
  readonly cases: number
  readonly decoys: readonly ListedDecoy[]
}

/** The decoys of the force, those that were opened first, and how many cases they lie among. DomainError `forbidden` for all but auditors. */
export async function listDecoys(actor: Actor): Promise<Decoys> {
  if (!mayMakeDecoys(actor.role)) throw new DomainError('forbidden')
  return asActor(actor, async (tx) => {
    const [figures] = await tx.$queryRaw<{ cases: number }[]>`SELECT cases FROM decoy_figures()`
    const decoys = await tx.$queryRaw<ListedDecoy[]>`
      SELECT reference, made_at AS "madeAt", openings, last_at AS "lastAt" FROM decoy_list()`
    return { cases: figures?.cases ?? 0, decoys }
  })
}
