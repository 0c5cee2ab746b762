import 'server-only'
import { asActor } from '@/lib/db/client'
import { mayEnter } from '@/lib/domain/desk-areas'
import { mayHoldCases } from '@/lib/domain/policy'
import type { Actor, CaseFacts } from '@/lib/domain/policy'
import { roles } from '@/lib/domain/words'

/** Somebody who works here, as far as a case has to do with them. */
export interface Colleague {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly active: boolean
}

/** Who stands how to a case, by name, and who else could. */
export interface CaseStanding {
  readonly named: readonly Colleague[]
  readonly conflicted: readonly Colleague[]
  /** Who could be named for it if it is sealed. */
  readonly mayBeNamed: readonly Colleague[]
  /** Whose conflict with it somebody else could declare: of those who may see cases, so that nobody hides one from who reads the audit. */
  readonly mayBeKeptOut: readonly Colleague[]
}

/** The names behind the ids a case has of people, for somebody who may see the case. */
export async function caseStanding(
  actor: Actor,
  { namedIds, conflictedIds }: Pick<CaseFacts, 'namedIds' | 'conflictedIds'>,
): Promise<CaseStanding> {
  const people = await asActor(actor, (tx) =>
    tx.account.findMany({
      where: { OR: [{ active: true }, { id: { in: [...namedIds, ...conflictedIds] } }] },
      select: { id: true, name: true, role: true, active: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
  )
  const seers: readonly string[] = roles.filter((role) => mayEnter(role, 'queue'))
  const holders: readonly string[] = roles.filter((role) => mayHoldCases(role))
  const free = people.filter(({ id, active }) => active && !conflictedIds.includes(id))
  return {
    named: people.filter(({ id }) => namedIds.includes(id)),
    conflicted: people.filter(({ id }) => conflictedIds.includes(id)),
    mayBeNamed: free.filter(({ id, role }) => holders.includes(role) && !namedIds.includes(id)),
    mayBeKeptOut: free.filter(({ id, role }) => id !== actor.id && seers.includes(role)),
  }
}
