import { evidenceLink } from '@/lib/auth/evidence-link'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { parseReference } from '@/lib/domain/reference'
import { expectReason } from '@/lib/queries/given-reason'
import { deskPost } from '../../../_http/desk-post'
import { givenFile } from '../../../_http/given-file'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Gives a file, or a copy of a picture without its hidden data, to whoever may open its case and has said why: to keep, and of no type that anything runs. That it is never shown is said by its policy (`proxy.ts`). Where files have an origin of their own, it leads there and gives nothing. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const reference = parseReference((await params).reference)
  const page = reference === null ? staffPaths.queue : staffPaths.case(reference)
  return deskPost(
    request,
    { page, form: 'file', fields: ['file', 'as'] },
    async ({ actor, handle }, field) => {
      if (reference === null) throw new DomainError('not-found')
      const reason = await expectReason(actor, handle, reference)
      // Whoever may not open it is refused, and that is audited, where it is opened.
      const asked = {
        ...{ handle, reference, file: field('file'), reason: reason ?? 'my-case' },
        as: field('as') === 'copy' ? ('copy' as const) : ('sent' as const),
      }
      const link = await evidenceLink(asked)
      if (link !== null) return new Response(null, { status: 303, headers: { location: link } })
      return givenFile(actor, asked)
    },
  )
}
