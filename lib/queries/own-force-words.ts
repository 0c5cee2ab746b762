import 'server-only'
import { asActor } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'

/** One sentence that the force says its own way. */
export interface OwnForceWords {
  readonly key: string
  readonly locale: string
  readonly words: string
  readonly version: number
  readonly madeAt: Date
  readonly madeBy: string
}

/** What the force says its own way, with who said so last. */
export async function ownForceWords(actor: Actor): Promise<readonly OwnForceWords[]> {
  const rows = await asActor(actor, (tx) =>
    tx.forceWords.findMany({ include: { madeBy: { select: { name: true } } } }),
  )
  return rows.map(({ key, locale, words, version, madeAt, madeBy }) => ({
    ...{ key, locale, words, version, madeAt },
    madeBy: madeBy.name,
  }))
}
