import 'server-only'
import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import { parseReference } from '@/lib/domain/reference'
import { deskPost } from '../../../../_http/desk-post'
import type { DeskForm } from '../../../../_http/kept-form'

export interface WorkContext {
  readonly params: Promise<{ readonly reference: string }>
}

/** Which case a form of the page is about, and which version of it was shown. */
interface WorkOn {
  readonly reference: string
  readonly version: number
}

/** The fields of each form of the page that hold what somebody wrote or chose. */
const forms = {
  link: ['other', 'kind'],
  unlink: [],
  merge: ['other'],
  unmerge: [],
  ask: [],
  answer: [],
} as const
type WorkForm = keyof typeof forms

/** A form of the page of what belongs with a case. */
function workForm(reference: string, form: WorkForm): DeskForm {
  return { page: staffPaths.caseWork(reference), form, fields: forms[form] }
}

/** Takes a form of the page: done, it leads back there and says so. */
export function workPost(
  request: Request,
  { params }: WorkContext,
  form: WorkForm,
  act: (actor: Actor, on: WorkOn, field: (name: string) => string) => Promise<void>,
): Promise<Response> {
  return guarded('desk', async () => {
    const reference = parseReference((await params).reference)
    if (reference === null) return seeOther(`${staffPaths.queue}?problem=not-found`)
    return deskPost(request, workForm(reference, form), async ({ actor }, field) => {
      await act(actor, { reference, version: Number(field('version')) }, field)
      return `${staffPaths.caseWork(reference)}?done=${form}`
    })
  })
}
