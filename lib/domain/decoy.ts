import { DomainError } from './errors'
import type { Role } from './words'

/** Who may make decoys and know which cases they are. Everybody else is whom they are for. */
export function mayMakeDecoys(role: Role): boolean {
  return role === 'auditor'
}

/** So many are made at once at most. */
export const mostDecoysAtOnce = 20

const perThousand = 2

/** How many decoys there ought to be beside so many cases: two for each thousand begun. */
export function decoysWanted(cases: number): number {
  return cases === 0 ? 0 : Math.ceil(cases / 1_000) * perThousand
}

/** How many to make, as it was typed; `invalid` for anything that is no number from 1 to the most. */
export function readDecoyCount(text: string): number {
  const count = /^\d{1,3}$/u.test(text.trim()) ? Number(text) : 0
  if (count < 1 || count > mostDecoysAtOnce) throw new DomainError('invalid')
  return count
}
