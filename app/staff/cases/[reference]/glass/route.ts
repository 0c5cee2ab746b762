import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import { closeGlass } from '@/lib/commands/close-glass'
import { staffPaths } from '@/lib/config/paths'
import { parseReference } from '@/lib/domain/reference'
import { deskPost } from '../../../_http/desk-post'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Ends somebody's own broken glass of a case before its hour is over. The case may be out of their sight then: on to the queue. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return guarded('desk', async () => {
    const reference = parseReference((await params).reference)
    if (reference === null) return seeOther(`${staffPaths.queue}?problem=not-found`)
    const form = { page: staffPaths.queue, form: 'close-glass', fields: [] }
    return deskPost(request, form, async ({ actor }) => {
      await closeGlass(actor, reference)
      return `${staffPaths.queue}?done=glass-closed`
    })
  })
}
