import 'server-only'
import type { Session } from '@/lib/auth/session'
import type { OfficerSeen } from '@/lib/commands/on-officer'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import { deskPost } from '../../_http/desk-post'
import { withQuery } from '../../_http/kept-form'

/** What an officer's Route Handlers are handed. */
export interface OfficerContext {
  readonly params: Promise<{ readonly id: string }>
}

interface OfficerForm {
  readonly form: string
  readonly fields: readonly string[]
}

/** Does the act, and gives the code of the words that say so. */
type OfficerWork = (actor: Actor, seen: OfficerSeen, posted: URLSearchParams) => Promise<string>

/** Takes a form about one officer, as they were at the version the page showed, and leads back to their page. */
export async function officerPost(
  request: Request,
  { params }: OfficerContext,
  form: OfficerForm,
  work: OfficerWork,
): Promise<Response> {
  const { id } = await params
  const page = staffPaths.officer(id)
  const closedPart = ({ actor }: Session) => (mayEnter(actor.role, 'officers') ? null : 'officers')
  return deskPost(request, { ...form, page, closedPart }, async ({ actor }, field, posted) => {
    const done = await work(actor, { officerId: id, version: Number(field('version')) }, posted)
    return withQuery(page, { done })
  })
}
