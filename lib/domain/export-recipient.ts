import { DomainError } from './errors'
import type { Force } from './force'
import type { IdentityReason } from './identity'
import type { ExportReason } from './subject-access'

/** Longest name of a court, in characters. */
export const longestCourt = 200

/**
 * To whom somebody's data is given (Data Protection Act 2018, section 62): a code for the audit, which is an id of `policeForces` where it is
 * another force; and the name of a court, which somebody typed and which is sealed.
 */
export interface Recipient {
  readonly code: string
  readonly court: string | null
}

/** Other forces that data can be given to, by id and name. */
export function otherForces({
  id: own,
  policeForces,
}: Pick<Force, 'id' | 'policeForces'>): readonly { readonly id: string; readonly name: string }[] {
  return Object.entries(policeForces)
    .filter(([id]) => id !== own)
    .map(([id, { name }]) => ({ id, name }))
}

/** Reads who is given it, from what was chosen or typed for this reason; `invalid` where nobody is named. */
export function readRecipient(
  reason: ExportReason,
  typed: string,
  force: Pick<Force, 'id' | 'policeForces'>,
): Recipient {
  if (reason === 'subject-access') return { code: 'person', court: null }
  if (reason === 'court') {
    const court = typed
      .replace(/\p{Cc}/gu, ' ')
      .toWellFormed()
      .trim()
    if (court === '' || court.length > longestCourt) throw new DomainError('invalid')
    return { code: 'court', court }
  }
  const known = otherForces(force).find(({ id }) => id === typed)
  if (known === undefined) throw new DomainError('invalid')
  return { code: known.id, court: null }
}

/**
 * Why what the person told about who they are may be given for this reason: they asked for their data, or a court requires it (Gender Recognition
 * Act 2004, section 22(4)). Null where it is not given at all.
 */
export function identityFor(reason: ExportReason): IdentityReason | null {
  if (reason === 'subject-access') return 'person-asked'
  return reason === 'court' ? 'required-by-law' : null
}
