import 'server-only'
import { staffPaths } from '@/lib/config/paths'
import type { Session } from '@/lib/auth/session'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { DeskPost } from '../../_http/desk-post'

/** The query of the queue that a form of it was on, as the queue writes it. */
export function queueQueryOf(request: Request): string {
  return new URL(request.url).searchParams.toString()
}

/** The queue with a query. */
export function queueWith(query: string): string {
  return query === '' ? staffPaths.queue : `${staffPaths.queue}?${query}`
}

/** A form of the queue as it was narrowed, for whoever has a queue. */
export function queueForm(query: string, form: string, fields: readonly string[]): DeskPost {
  const closedPart = ({ actor }: Session) => (mayEnter(actor.role, 'queue') ? null : 'queue')
  return { page: queueWith(query), form, fields, closedPart }
}
