import type { Role } from './words'

/** How a session can begin. */
export const sessionMethods = ['passkey', 'password', 'recovery-code', 'force'] as const
export type SessionMethod = (typeof sessionMethods)[number]

/** Why a session is over, as the audit says it. */
export type SessionEnd =
  | 'signed-out'
  | 'idle'
  | 'twelve-hours'
  | 'signed-in-again'
  | 'too-many'
  | 'by-owner'
  | 'by-administrator'
  | 'role-changed'
  | 'deactivated'
  | 'factors-changed'

/**
 * How many sessions somebody may have at once; the oldest ends when there is one more. An administrator decides who gets
 * in, so a second session of theirs is more likely to be somebody else.
 */
export function mostSessions(role: Role): number {
  return role === 'administrator' ? 1 : 3
}
