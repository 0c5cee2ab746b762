import { fileAnswer } from '@/app/_form/file-answer'
import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import { caseFile, sendCase } from '@/lib/commands/pass-case'
import { staffPaths } from '@/lib/config/paths'
import { parseReference } from '@/lib/domain/reference'
import { deskPost } from '../../../../_http/desk-post'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Passes a case to another force: to its desk at once, or as a file that it alone can open. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return guarded('desk', async () => {
    const reference = parseReference((await params).reference)
    if (reference === null) return seeOther(`${staffPaths.queue}?problem=not-found`)
    const page = staffPaths.passing(reference)
    const form = { page, form: 'pass', fields: ['to', 'why'], stepUp: 'hand-out' } as const
    return deskPost(request, form, async (session, field) => {
      const choice = { reference, to: field('to'), why: field('why') }
      if (field('way') === 'file') {
        const { name, body } = await caseFile(session, choice)
        return fileAnswer(body, 'application/json; charset=utf-8', name)
      }
      const state = await sendCase(session, choice)
      return `${page}?done=${state === 'acknowledged' ? 'sent' : state}`
    })
  })
}
