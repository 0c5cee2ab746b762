import 'server-only'
import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import type { CaseSeen } from '@/lib/commands/change-case'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import { parseReference } from '@/lib/domain/reference'
import { expectReason } from '@/lib/queries/given-reason'
import { deskPost } from '../../../../_http/desk-post'

/** What of a new task is kept where it is not taken. */
const taskFields = ['text', 'due', 'to'] as const

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

type Act = (actor: Actor, seen: CaseSeen, field: (name: string) => string) => Promise<string>

/** Takes a form of the tasks of a case, and leads back to them. `act` gives the code of what was done. */
export function taskPost(request: Request, { params }: Context, form: string, act: Act): Promise<Response> {
  return guarded('desk', async () => {
    const reference = parseReference((await params).reference)
    if (reference === null) return seeOther(`${staffPaths.queue}?problem=not-found`)
    const page = staffPaths.caseTasks(reference)
    return deskPost(request, { page, form, fields: taskFields }, async ({ actor, handle }, field) => {
      await expectReason(actor, handle, reference)
      const done = await act(actor, { reference, version: Number(field('version')) }, field)
      return `${page}?done=${done}`
    })
  })
}
