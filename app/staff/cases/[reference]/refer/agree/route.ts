import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import { agreeSupport } from '@/lib/commands/refer-to-support'
import { staffPaths } from '@/lib/config/paths'
import { parseReference } from '@/lib/domain/reference'
import { deskPost } from '../../../../_http/desk-post'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

const fields = ['service', 'way', 'by', 'on', 'account', 'words'] as const

/** Keeps that somebody agreed that a support service is told of them. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return guarded('desk', async () => {
    const reference = parseReference((await params).reference)
    if (reference === null) return seeOther(`${staffPaths.queue}?problem=not-found`)
    const page = staffPaths.refer(reference)
    const form = { page, form: 'support-agree', fields, stepUp: 'hand-out' } as const
    return deskPost(request, form, async (session, field) => {
      const [service, way, givenBy] = [field('service'), field('way'), field('by')]
      const said = { agreedOn: field('on'), account: field('account'), words: field('words') }
      await agreeSupport(session, { reference, service, way, givenBy, ...said })
      return `${page}?done=support-agreed`
    })
  })
}
