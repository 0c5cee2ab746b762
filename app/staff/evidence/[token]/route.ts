import { guarded } from '@/app/_form/guarded'
import { isAtEvidenceOrigin, takeEvidenceLink } from '@/lib/auth/evidence-link'
import { sessionOf } from '@/lib/auth/session'
import { env } from '@/lib/config/env'
import { staffPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { DomainError } from '@/lib/domain/errors'
import { givenFile } from '../../_http/given-file'
import { withQuery } from '../../_http/kept-form'

interface Context {
  readonly params: Promise<{ readonly token: string }>
}

/**
 * Gives the file a link of the desk is for, at the origin that files have of their own and nowhere else. No cookie is asked for: who may have the
 * file is asked again, of the session the link was made in.
 */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return guarded('desk', async () => {
    const asked = isAtEvidenceOrigin(request.headers) ? await takeEvidenceLink((await params).token) : null
    const session = asked === null ? null : await sessionOf(asked.handle)
    if (asked === null || session === null) return notThere()
    try {
      return await givenFile(session.actor, asked)
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      return backToDesk(asked.reference, error)
    }
  })
}

/** Words alone: the policy of a file, which stands at this address, lets a page bring nothing. */
function notThere(): Response {
  return new Response(translator('en')('evidence.linkOver'), {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}

/** What stands in the way is said on the case's page. */
function backToDesk(reference: string, { code }: DomainError): Response {
  const page = withQuery(staffPaths.case(reference), { problem: code, form: 'file' })
  return new Response(null, { status: 303, headers: { location: new URL(page, env().STAFF_URL).href } })
}
