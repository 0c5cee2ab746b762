import 'server-only'
import type { Session } from '@/lib/auth/session'
import { DomainError } from '@/lib/domain/errors'
import type { OpenedCase } from '@/lib/queries/open-case'
import { revealIdentity } from '@/lib/queries/reveal-identity'
import type { ApartRow } from '@/lib/journeys/kept-apart'
import { identityOnce } from './reveal-once'

/** What of it this look shows; `forbidden` where the reason is none that the person's own wish leaves. */
export type IdentityShown = readonly ApartRow[] | 'hidden' | 'unreadable' | 'forbidden' | 'not-logged'

/** Shows what somebody told about who they are to whoever asked for it a moment ago with a reason, this once. */
export async function readIdentity(
  session: Session,
  reference: string,
  { identity: { given, wish } }: OpenedCase,
): Promise<IdentityShown> {
  const asked = await identityOnce(session, reference)
  if (asked === null || !given) return 'hidden'
  try {
    const { reason, context } = asked
    return (await revealIdentity(session.actor, reference, { reason, wish }, context)) ?? 'unreadable'
  } catch (error) {
    if (error instanceof DomainError) return error.code === 'not-logged' ? 'not-logged' : 'forbidden'
    throw error
  }
}
