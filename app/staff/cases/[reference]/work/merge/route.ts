import { mergeCase } from '@/lib/commands/tie-cases'
import { workPost } from '../_act/work-post'
import type { WorkContext } from '../_act/work-post'

/** Has the case go on in another. */
export function POST(request: Request, context: WorkContext): Promise<Response> {
  return workPost(request, context, 'merge', (actor, on, field) =>
    mergeCase(actor, { ...on, other: field('other') }),
  )
}
