import { DomainError } from './errors'

/** Why two cases belong together. */
export const linkKinds = ['same-person', 'same-place', 'same-incident', 'duplicate', 'related'] as const
type LinkKind = (typeof linkKinds)[number]

/** Reads the kind of a link out of a form. DomainError `reason-missing` where it is none. */
export function readLinkKind(text: string): LinkKind {
  const kind = linkKinds.find((known) => known === text)
  if (kind === undefined) throw new DomainError('reason-missing')
  return kind
}
