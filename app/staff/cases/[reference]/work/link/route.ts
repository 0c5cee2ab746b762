import { linkCases } from '@/lib/commands/tie-cases'
import { workPost } from '../_act/work-post'
import type { WorkContext } from '../_act/work-post'

/** Links the case with another. */
export function POST(request: Request, context: WorkContext): Promise<Response> {
  return workPost(request, context, 'link', (actor, on, field) =>
    linkCases(actor, { ...on, other: field('other'), kind: field('kind') }),
  )
}
