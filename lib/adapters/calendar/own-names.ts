import { keyedHash } from '@/lib/auth/keyed-hash'
import type { Shift } from '@/lib/domain/officer-facts'

const kinds = ['duty', 'away'] as const
/** What a calendar from here says somebody is. */
export type WrittenKind = (typeof kinds)[number]

/**
 * The name (UID) of an event in a calendar from here: the same from one download to the next, and nothing can be read from it, except by us,
 * who have the key, which kind it is.
 */
export function nameOf(officerId: string, kind: WrittenKind, { startsAt }: Shift): string {
  const own = digest(32, officerId, kind, startsAt.toISOString())
  return `${own}${markOf(own, kind)}@alongside`
}

/** Which kind an event is, by its name; null for one that is not from here. */
export function kindOf(name: string): WrittenKind | null {
  const [, own = '', mark] = /^([\da-f]{32})([\da-f]{8})@alongside$/iu.exec(name)?.map(lower) ?? []
  return kinds.find((kind) => mark === markOf(own, kind)) ?? null
}

const lower = (text: string) => text.toLowerCase()

function markOf(own: string, kind: WrittenKind): string {
  return digest(8, 'mark', kind, own)
}

function digest(length: number, ...parts: readonly string[]): string {
  return Buffer.from(keyedHash('calendar-event', ...parts))
    .toString('hex')
    .slice(0, length)
}
