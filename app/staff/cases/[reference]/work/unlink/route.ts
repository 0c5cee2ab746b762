import { unlinkCases } from '@/lib/commands/tie-cases'
import { workPost } from '../_act/work-post'
import type { WorkContext } from '../_act/work-post'

/** Takes a link with another case back. */
export function POST(request: Request, context: WorkContext): Promise<Response> {
  return workPost(request, context, 'unlink', (actor, on, field) =>
    unlinkCases(actor, { ...on, other: field('other') }),
  )
}
