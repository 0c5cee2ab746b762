import 'server-only'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import { forgetKept, keepForm, keptForm } from '../../_http/kept-form'

/** As much as is kept of one field of a form. */
const piece = 20_000

/** Keeps a file of another force, sealed as it is, for whoever looks at what was understood of it. */
export async function keepPassing(actor: Actor, text: string): Promise<void> {
  const count = Math.ceil(text.length / piece)
  const values = Object.fromEntries(
    Array.from({ length: count }, (_, place) => [
      `piece${String(place)}`,
      text.slice(place * piece, (place + 1) * piece),
    ]),
  )
  const form = { page: staffPaths.passedIn, form: 'passed-in', fields: Object.keys(values) }
  await forgetKept(actor.id, 'passed-in')
  await keepForm(actor.id, form, new URLSearchParams(values), 'passed-in')
}

/** What `keepPassing` kept; null where nothing is. */
export async function keptPassing(actor: Actor): Promise<string | null> {
  const kept = await keptForm(actor, staffPaths.passedIn, 'passed-in')
  if (kept === null) return null
  const count = Object.keys(kept.values).length
  return Array.from({ length: count }, (_, place) => kept.values[`piece${String(place)}`] ?? '').join('')
}
