import { unmergeCase } from '@/lib/commands/tie-cases'
import { workPost } from '../_act/work-post'
import type { WorkContext } from '../_act/work-post'

/** Takes the merge of the case into another back. */
export function POST(request: Request, context: WorkContext): Promise<Response> {
  return workPost(request, context, 'unmerge', (actor, on) => unmergeCase(actor, on))
}
