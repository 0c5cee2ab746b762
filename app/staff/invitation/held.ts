import 'server-only'
import { cookies } from 'next/headers'
import { invitationCookie, readInvitation } from '@/lib/auth/invitations'
import type { OpenInvitation } from '@/lib/auth/invitations'
import { newAuthenticator } from '@/lib/auth/new-authenticator'
import type { NewAuthenticator } from '@/lib/auth/new-authenticator'
import type { Accepted } from '@/lib/auth/accept-invitation'
import { startSession } from '@/lib/auth/session'
import { shownCodesCookie } from '@/lib/auth/recovery-codes'
import { letIn, thisBrowser } from '../_http/let-in'

/** The invitation this browser opened, with the value of its cookie; null when it may not be accepted (any more). */
export interface HeldInvitation {
  readonly value: string
  readonly invitation: OpenInvitation
}

/** The invitation of this request's browser. */
export async function heldInvitation(): Promise<HeldInvitation | null> {
  const value = (await cookies()).get(invitationCookie().name)?.value
  const invitation = value === undefined ? null : await readInvitation(value)
  return value === undefined || invitation === null ? null : { value, invitation }
}

/** The authenticator offered with it: the same one for as long as the browser holds the invitation. */
export function offeredAuthenticator({ value, invitation }: HeldInvitation): NewAuthenticator {
  return newAuthenticator(invitation.email, value)
}

/**
 * Signs in whoever accepted, puts the link away and has their recovery codes shown, where there are any. Somebody whose account was changed in this very
 * moment has to sign in. For Route Handlers.
 */
export async function welcome(accepted: Accepted, method: 'passkey' | 'password'): Promise<void> {
  const token = await startSession(accepted.account, method, (await thisBrowser()).session)
  if (token !== null) await letIn({ token, email: accepted.email })
  const jar = await cookies()
  const codes = shownCodesCookie()
  if (accepted.codes !== null) jar.set(codes.name, accepted.codes, codes.options)
  const held = invitationCookie()
  jar.set(held.name, '', { ...held.options, maxAge: 0 })
}
