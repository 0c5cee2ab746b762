import 'server-only'
import { staffPaths } from '@/lib/config/paths'
import { indexKinds } from '@/lib/domain/index-term'
import type { IndexKind } from '@/lib/domain/index-term'
import type { Actor } from '@/lib/domain/policy'
import type { SearchResult } from '@/lib/queries/search-cases'
import { keepForm, keptForm } from '../../_http/kept-form'

/** What a page of results is made from: never what was typed. */
export interface LastFound {
  readonly kind: IndexKind | 'unknown'
  readonly references: readonly string[]
  readonly more: boolean
}

const form = { page: staffPaths.search, form: 'search', fields: ['kind', 'references', 'more'] } as const

/** Keeps what was found, under a key in this browser alone, until the next search or the end of the session's day. */
export async function keepFound(
  actor: Actor,
  found: Exclude<SearchResult, { readonly kind: 'reference' }>,
): Promise<void> {
  const { references, more } = found.kind === 'unknown' ? { references: [], more: false } : found
  const values = { kind: found.kind, references: references.join(' '), more: String(more) }
  await keepForm(actor.id, form, new URLSearchParams(values), 'search')
}

/** What this person found last in this browser; null when it was nothing, or too long ago. */
export async function lastFound(actor: Actor): Promise<LastFound | null> {
  const kept = await keptForm(actor, staffPaths.search, 'search')
  if (kept === null) return null
  const { kind, references = '', more } = kept.values
  return {
    kind: indexKinds.find((known) => known === kind) ?? 'unknown',
    references: references.split(' ').filter((one) => one !== ''),
    more: more === 'true',
  }
}
