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
  /** `yes` for what is their own. */
  readonly own: string
}

/** A link in its normal form, the same as cases are found by. */
export type ReadLink = {
  /** Theirs, and nobody's close to them: a search for it is marked in the log. */
  readonly own: boolean
} & (
  | { readonly kind: 'telephone' | 'email'; readonly normal: string }
  | { readonly kind: 'person'; readonly surname: string; readonly postcode: string }
)

/** Reads a link as somebody typed it. `invalid` for what is not a whole one of its kind. */
export function readLink(typed: TypedLink): ReadLink {
  const kind = linkKinds.find((known) => known === typed.kind)
  const own = typed.own === 'yes'
  if (kind === 'person') {
    const [surname, postcode] = [termOf('surname', typed.surname), termOf('postcode', typed.postcode)]
    return { kind, own, surname, postcode }
  }
  if (kind === undefined) throw new DomainError('invalid')
  return { kind, own, normal: termOf(kind, typed[kind]) }
}

function termOf(kind: Parameters<typeof indexTerm>[0], text: string): string {
  const normal = indexTerm(kind, text)
  if (normal === null) throw new DomainError('invalid')
  return normal
}
