import { DomainError } from './errors'
import { indexTerm } from './index-term'

/** What somebody can be known by to whoever declares them: a `person` is a surname and a whole postcode together. */
export const linkKinds = ['telephone', 'email', 'person'] as const
export type LinkKind = (typeof linkKinds)[number]

/** What a form gives, as it was typed. */
export interface TypedLink {
  readonly kind: string
  readonly telephone: string
  readonly email: string
  readonly surname: string
  readonly postcode: string
}

/** A link in its normal form, the same as cases are found by. */
export type ReadLink =
  | { readonly kind: 'telephone' | 'email'; readonly normal: string }
  | { readonly kind: 'person'; readonly surname: string; readonly postcode: string }

/** Reads a link as somebody typed it. `invalid` for what is not a whole one of its kind. */
export function readLink(typed: TypedLink): ReadLink {
  const kind = linkKinds.find((known) => known === typed.kind)
  if (kind === 'person') {
    return { kind, surname: termOf('surname', typed.surname), postcode: termOf('postcode', typed.postcode) }
  }
  if (kind === undefined) throw new DomainError('invalid')
  return { kind, normal: termOf(kind, typed[kind]) }
}

function termOf(kind: Parameters<typeof indexTerm>[0], text: string): string {
  const normal = indexTerm(kind, text)
  if (normal === null) throw new DomainError('invalid')
  return normal
}
