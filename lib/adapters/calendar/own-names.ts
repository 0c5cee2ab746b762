import { createHash } from 'node:crypto'
import type { Shift } from '@/lib/domain/officer-facts'

const kinds = ['duty', 'away'] as const
/** What a calendar from here says somebody is. */
export type WrittenKind = (typeof kinds)[number]

/**
 * The name (UID) of an event in a calendar from here: the same from one download to the next, and nothing can be read from it, except by us which
 * kind it is.
 */
export function nameOf(officerId: string, kind: WrittenKind, { startsAt }: Shift): string {
  const own = digest(`${officerId}|${kind}|${startsAt.toISOString()}`, 32)
  return `${own}${markOf(own, kind)}@alongside`
}

/** Which kind an event is, by its name; null for one that is not from here. */
export function kindOf(name: string): WrittenKind | null {
  const [, own = '', mark] = /^([\da-f]{32})([\da-f]{8})@alongside$/iu.exec(name)?.map(lower) ?? []
  return kinds.find((kind) => mark === markOf(own, kind)) ?? null
}

const lower = (text: string) => text.toLowerCase()

function markOf(own: string, kind: WrittenKind): string {
  return digest(`${kind}|${own}`, 8)
}

function digest(text: string, length: number): string {
  return createHash('sha256').update(`alongside|calendar|${text}`).digest('hex').slice(0, length)
}
