import type { Session } from '@/lib/auth/session'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import { parseReference } from '@/lib/domain/reference'
import { searchCases } from '@/lib/queries/search-cases'
import { deskPost } from '../../_http/desk-post'
import { keepFound } from '../_search/last-found'

const form = { page: staffPaths.search, form: 'search', fields: [] } as const
/** The beginning of a reference narrows the queue: no more of anybody is in it than in the reference. */
const partOfReference = /^(?:HC|LR)-?(?=[A-Z]*[0-9-])[0-9A-Z-]{0,8}$/iu

/** Searches, and leads to the case whose reference it is, or to what was found. What was typed is kept nowhere. */
export function POST(request: Request): Promise<Response> {
  const closedPart = ({ actor }: Session) => (mayEnter(actor.role, 'search') ? null : 'search')
  return deskPost(request, { ...form, closedPart }, async ({ actor }, field) => {
    const text = field('text').trim()
    if (text === '') return staffPaths.queue
    if (parseReference(text) === null && partOfReference.test(text))
      return `${staffPaths.queue}?${new URLSearchParams({ find: text }).toString()}`
    const found = await searchCases(actor, { kind: 'auto', text })
    if (found.kind === 'reference') return staffPaths.case(found.reference)
    await keepFound(actor, found)
    return staffPaths.search
  })
}
