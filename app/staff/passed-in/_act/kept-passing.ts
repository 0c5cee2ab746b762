import 'server-only'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import { forgetKept, keepForm, keptForm } from '../../_http/kept-form'

const place = { page: staffPaths.passedIn, form: 'passed-in', fields: ['sealed'] } as const

/** Keeps a file of another force, sealed as it is, for whoever looks at what was understood of it. */
export async function keepPassing(actor: Actor, sealed: string): Promise<void> {
  await forgetKept(actor.id, 'passed-in')
  await keepForm(actor.id, place, new URLSearchParams({ sealed }), 'passed-in')
}

/** What `keepPassing` kept; null where nothing is. */
export async function keptPassing(actor: Actor): Promise<string | null> {
  const kept = await keptForm(actor, staffPaths.passedIn, 'passed-in')
  return kept?.values.sealed ?? null
}
