import { keepView } from '@/lib/commands/keep-view'
import { readFilters, writeFilters } from '@/lib/domain/queue-filters'
import { knownWords } from '../../_desk/known-words'
import { deskPost } from '../../_http/desk-post'
import { withQuery } from '../../_http/kept-form'
import { queueForm, queueQueryOf, queueWith } from '../../several/_act/queue-form'

/** Keeps what the queue is narrowed to under a name, and leads back to it. */
export function POST(request: Request): Promise<Response> {
  const query = queueQueryOf(request)
  const filters = readFilters(Object.fromEntries(new URLSearchParams(query)), knownWords())
  const kept = writeFilters({ ...filters, page: 1 })
  return deskPost(request, queueForm(query, 'view', ['name']), async ({ actor }, field) => {
    await keepView(actor, { name: field('name'), query: kept })
    return withQuery(queueWith(kept), { done: 'view-kept' })
  })
}
