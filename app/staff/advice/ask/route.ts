import type { Session } from '@/lib/auth/session'
import { askAdvice } from '@/lib/commands/ask-advice'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import { deskPost } from '../../_http/desk-post'
import { withQuery } from '../../_http/kept-form'

/** Takes a colleague's question. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.advice
  const fields = ['district', 'question', 'reach', 'about']
  const closedPart = ({ actor }: Session) => (mayEnter(actor.role, 'advice') ? null : 'advice')
  return deskPost(request, { page, form: 'advice', fields, closedPart }, async ({ actor }, field) => {
    await askAdvice(actor, {
      ...{ token: field('token'), district: field('district'), question: field('question') },
      ...{ reach: field('reach'), about: field('about') },
    })
    return withQuery(page, { asked: 'yes' })
  })
}
