import type { Session } from '@/lib/auth/session'
import { receiveCase } from '@/lib/commands/receive-case'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import { deskPost } from '../../_http/desk-post'
import { forgetKept } from '../../_http/kept-form'
import { keptPassing } from '../_act/kept-passing'

/** Records the case of another force that somebody has looked at. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.passedIn
  const closedPart = ({ actor }: Session) => (mayEnter(actor.role, 'passed-in') ? null : 'passed-in')
  return deskPost(request, { page, form: 'passed-in-record', fields: [], closedPart }, async ({ actor }) => {
    const text = await keptPassing(actor)
    if (text === null) return `${page}?refused=none`
    const received = await receiveCase(text, actor)
    if (!received.ok) return `${page}?refused=${received.refusal}`
    await forgetKept(actor.id, 'passed-in')
    return `${page}?done=${received.again ? 'again' : 'recorded'}&about=${received.reference}`
  })
}
