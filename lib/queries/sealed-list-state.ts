import 'server-only'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'

/** What an administrator has to know of the list for sealed cases, of which they see none. */
export interface SealedListState {
  /** Nobody on it is there: every supervisor is named for what arrives. */
  readonly isEmpty: boolean
  /** There is a sealed case that nobody is there to read. */
  readonly isUnread: boolean
}

/** The state of the list for sealed cases. `forbidden` for everybody but administrators. */
export async function sealedListState(actor: Actor): Promise<SealedListState> {
  if (!mayEnter(actor.role, 'accounts')) throw new DomainError('forbidden')
  return asActor(actor, async (tx) => {
    const listed = await tx.account.count({ where: { active: true, role: 'supervisor', sealedCases: true } })
    const [row] = await tx.$queryRaw<{ unread: boolean }[]>`SELECT sealed_without_reader() AS unread`
    return { isEmpty: listed === 0, isUnread: row?.unread === true }
  })
}
