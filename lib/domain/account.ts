import { DomainError } from './errors'
import { mayHoldCases } from './policy'
import { roles } from './words'
import type { DistrictId, Role } from './words'

/** Why an account is changed, by what is done to it. Codes, so that the audit can hold them: they have no words anybody typed. */
export const accountReasons = {
  role: ['new-post', 'cover', 'left-post', 'correction', 'security'],
  reset: ['lost', 'correction', 'security'],
  close: ['left-post', 'away', 'correction', 'security'],
  open: ['back', 'cover', 'correction'],
  'sealed-add': ['new-post', 'cover', 'correction'],
  'sealed-remove': ['left-post', 'away', 'correction', 'security'],
} as const

/** Reads why, as a form gives it. `invalid` for none and for any that is no reason for this. */
export function readReason(act: keyof typeof accountReasons, given: string): string {
  const reason = accountReasons[act].find((known) => known === given)
  if (reason === undefined) throw new DomainError('invalid')
  return reason
}

/** What somebody is to be: a role, and a liaison officer's districts. */
export interface Post {
  readonly role: Role
  readonly districts: readonly DistrictId[]
}

/**
 * Reads a role and districts as a form gives them. Districts are for a liaison officer, who needs at least one; for every other
 * role they are left out. `invalid` for anything unknown.
 */
export function readPost(role: string, districts: readonly string[], known: readonly DistrictId[]): Post {
  const found = roles.find((each) => each === role)
  if (found === undefined) throw new DomainError('invalid')
  if (found !== 'liaison-officer') return { role: found, districts: [] }
  const chosen = known.filter((id) => districts.includes(id))
  if (chosen.length === 0 || districts.some((id) => !known.includes(id))) throw new DomainError('invalid')
  return { role: found, districts: chosen }
}

/** The account a change is about, and who else could look after accounts without it. */
export interface ChangedAccount {
  readonly id: string
  readonly role: string
  readonly active: boolean
  /** Active administrators besides this account; those of the demonstration count for one another alone. */
  readonly otherAdministrators: number
}

/**
 * Whether `actorId` may change this account to `after` (null: it is closed). `own-account`: nobody decides about their own, or
 * one stolen session could grant itself anything. `last-administrator`: somebody must be left who can let people in.
 */
export function expectChangeable(account: ChangedAccount, actorId: string, after: Role | null): void {
  if (account.id === actorId) throw new DomainError('own-account')
  const isLost = account.role === 'administrator' && account.active && after !== 'administrator'
  if (isLost && account.otherAdministrators === 0) throw new DomainError('last-administrator')
}

/**
 * Which open cases somebody can no longer hold: all, sealed ones, or none. Nothing is held by somebody away, and whoever was named for
 * sealed cases as a supervisor is not by leaving that post for another.
 */
export function handedBack(after: Role | null): 'all' | 'restricted' | 'none' {
  if (after === null || !mayHoldCases(after)) return 'all'
  return after === 'supervisor' ? 'none' : 'restricted'
}

/** The most characters an e-mail address has (RFC 5321, 4.5.3.1.3): for inviting and for signing in alike. */
export const longestAddress = 254

const address = /^[^\s\p{Cc}\p{Cs}@<>"]{1,64}@[^\s\p{Cc}\p{Cs}@<>"]{1,189}\.[^\s\p{Cc}\p{Cs}@<>".]{2,63}$/u

/** An e-mail address as accounts have it, or `invalid`. */
export function readAddress(text: string): string {
  const email = text.trim().toLowerCase()
  if (email.length > longestAddress || !address.test(email)) throw new DomainError('invalid')
  return email
}

/** The most characters a person's name has here. */
export const longestName = 100

/** A person's name as a form gives it, of any script, on one line. `invalid` when empty, too long or with control characters. */
export function readName(text: string): string {
  const name = text.normalize('NFC').trim().replaceAll(/\s+/gu, ' ')
  if (name === '' || name.length > longestName || /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u.test(name))
    throw new DomainError('invalid')
  return name
}

/** What the form of an invitation holds, as somebody typed and chose it. */
export interface TypedInvitation {
  readonly name: string
  readonly email: string
  readonly role: string
  readonly districts: readonly string[]
}

/** Which fields of an invitation are not as `readName`, `readAddress` and `readPost` take them, in the order of the form. */
export function invitationProblems(
  { name, email, role, districts }: TypedInvitation,
  known: readonly DistrictId[],
): readonly (keyof TypedInvitation)[] {
  const isRole = roles.some((each) => each === role)
  const checks = [
    ['name', () => readName(name)],
    ['email', () => readAddress(email)],
    ['role', () => readPost(role, known, known)],
    ['districts', () => (isRole ? readPost(role, districts, known) : null)],
  ] as const
  return checks.flatMap(([field, check]) => (isRefused(check) ? [field] : []))
}

function isRefused(check: () => unknown): boolean {
  try {
    check()
    return false
  } catch (error) {
    if (error instanceof DomainError) return true
    throw error
  }
}
