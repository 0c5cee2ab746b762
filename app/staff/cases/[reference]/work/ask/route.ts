import { askToLink } from '@/lib/commands/ask-to-link'
import { workPost } from '../_act/work-post'
import type { WorkContext } from '../_act/work-post'

/** Asks whoever has the cases that share something with this one whether they belong together. */
export function POST(request: Request, context: WorkContext): Promise<Response> {
  return workPost(request, context, 'ask', (actor, on) => askToLink(actor, on))
}
