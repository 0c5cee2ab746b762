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

const decoyPageSize = 50

interface Decoys {
  /** How many decoys there are, on all pages. */
  readonly total: number
  /** How many cases of the force are none. */
  readonly cases: number
  readonly decoys: readonly ListedDecoy[]
  /** There is another page. */
  readonly more: boolean
}

/** One page of the decoys of the force, those that were opened first, and how many cases they lie among. DomainError `forbidden` for all but auditors. */
export async function listDecoys(actor: Actor, page = 1): Promise<Decoys> {
  if (!mayMakeDecoys(actor.role)) throw new DomainError('forbidden')
  return asActor(actor, async (tx) => {
    const [figures] = await tx.$queryRaw<{ cases: number }[]>`SELECT cases FROM decoy_figures()`
    const all = await tx.$queryRaw<ListedDecoy[]>`
      SELECT reference, made_at AS "madeAt", openings, last_at AS "lastAt" FROM decoy_list()`
    const from = (page - 1) * decoyPageSize
    return {
      ...{ cases: figures?.cases ?? 0, total: all.length, decoys: all.slice(from, from + decoyPageSize) },
      more: all.length > from + decoyPageSize,
    }
  })
}
