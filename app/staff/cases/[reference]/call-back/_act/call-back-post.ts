import 'server-only'
import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import type { Session } from '@/lib/auth/session'
import type { CaseSeen } from '@/lib/commands/change-case'
import { staffPaths } from '@/lib/config/paths'
import { parseReference } from '@/lib/domain/reference'
import { deskPost } from '../../../../_http/desk-post'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

type Act = (session: Session, seen: CaseSeen, field: (name: string) => string) => Promise<string>

/** Takes a form about ringing somebody back, and leads to its page again. `act` gives the code of what was done. */
export function callBackPost(request: Request, { params }: Context, act: Act): Promise<Response> {
  return guarded('desk', async () => {
    const reference = parseReference((await params).reference)
    if (reference === null) return seeOther(`${staffPaths.queue}?problem=not-found`)
    const page = staffPaths.callBack(reference)
    const place = { page, form: 'call-back', fields: ['at', 'reason', 'cancel-reason'] }
    return deskPost(request, place, async (session, field) => {
      const done = await act(session, { reference, version: Number(field('version')) }, field)
      return `${page}?done=${done}`
    })
  })
}
