import { DomainError } from './errors'

/** How somebody who has lost their code was checked to be who they say: codes, kept in the audit. */
export const identityChecks = [
  'rang-known-number',
  'saw-document',
  'knew-what-was-sent',
  'met-in-person',
] as const
type IdentityCheck = (typeof identityChecks)[number]

/** The checks a form names, in the order of the list. DomainError `reason-missing` where it names none. */
export function readChecks(posted: readonly string[]): readonly IdentityCheck[] {
  const checks = identityChecks.filter((check) => posted.includes(check))
  if (checks.length === 0) throw new DomainError('reason-missing')
  return checks
}
