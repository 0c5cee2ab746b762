import 'server-only'
import type { IndexKind } from '@/lib/domain/index-term'
import type { LinkKind } from '@/lib/domain/declared-link'
import type { Identifier } from '@/lib/journeys/identifiers'
import { blindHash } from '@/lib/sealing/blind-index'
import type { IndexKey } from '@/lib/sealing/blind-index'

/** A link somebody declared, with the key it is hashed under. */
export interface KnownLink {
  readonly id: string
  readonly accountId: string
  readonly kind: LinkKind
  readonly key: IndexKey
  readonly hash: Uint8Array
  /** Of a `person`. */
  readonly surnameHash: Uint8Array | null
  /** It was compared with the cases there were when it was declared. */
  readonly isChecked: boolean
}

/** Accounts that have a conflict with a case, and accounts that may have one: only the surname is the same. */
export interface LinkMatches {
  readonly conflicted: readonly string[]
  readonly possible: readonly string[]
}

/** Compares what a case is found by with links, in whole hashes: nothing is like anything else. */
export async function matchesOf(
  found: readonly Identifier[],
  links: readonly KnownLink[],
): Promise<LinkMatches> {
  const normals = (kind: IndexKind) => found.filter((one) => one.kind === kind).map(({ normal }) => normal)
  const people = normals('surname').flatMap((surname) =>
    normals('postcode').map((postcode) => personKey(surname, postcode)),
  )
  const conflicted = new Set<string>()
  const possible = new Set<string>()
  for (const { accountId, kind, key, hash, surnameHash } of links) {
    const texts = kind === 'person' ? people : normals(kind)
    if (await isAmong(key, kind, texts, hash)) conflicted.add(accountId)
    else if (surnameHash !== null && (await isAmong(key, 'surname', normals('surname'), surnameHash)))
      possible.add(accountId)
  }
  return {
    conflicted: [...conflicted],
    possible: [...possible].filter((accountId) => !conflicted.has(accountId)),
  }
}

/** A surname and a postcode, each in its normal form, as they are hashed together. */
export function personKey(surname: string, postcode: string): string {
  return JSON.stringify([surname, postcode])
}

async function isAmong(
  key: IndexKey,
  kind: IndexKind | 'person',
  texts: readonly string[],
  hash: Uint8Array,
): Promise<boolean> {
  const hashes = await Promise.all(texts.map((text) => blindHash(key, kind, text)))
  return hashes.some((one) => Buffer.compare(one, hash) === 0)
}
