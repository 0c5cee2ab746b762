import { answerLinkRequest } from '@/lib/commands/ask-to-link'
import { workPost } from '../_act/work-post'
import type { WorkContext } from '../_act/work-post'

/** Answers a colleague who asks whether their case and this one belong together. */
export function POST(request: Request, context: WorkContext): Promise<Response> {
  return workPost(request, context, 'answer', (actor, on, field) =>
    answerLinkRequest(actor, { ...on, request: field('request'), answer: field('answer') }),
  )
}
