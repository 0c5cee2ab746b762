import 'server-only'
import type { AccountSeen } from '@/lib/commands/change-account'
import { staffPaths } from '@/lib/config/paths'
import type { SignedIn, StepUpAct } from '@/lib/domain/step-up'
import { withQuery } from '../../_http/kept-form'
import { adminPost } from './admin-post'

/** What an account's Route Handlers are handed. */
export interface AccountContext {
  readonly params: Promise<{ readonly id: string }>
}

interface AccountForm {
  readonly form: string
  readonly fields: readonly string[]
  readonly stepUp: StepUpAct
}

/** Does the act, and gives a page to go on to where that is not the account's own. */
type AccountWork = (by: SignedIn, seen: AccountSeen, posted: URLSearchParams) => Promise<string | undefined>

/** Takes a form about one account, as it was at the version the page showed, and leads back to it. */
export async function accountPost(
  request: Request,
  { params }: AccountContext,
  form: AccountForm,
  work: AccountWork,
): Promise<Response> {
  const { id } = await params
  const page = staffPaths.account(id)
  return adminPost(request, { ...form, page }, async (session, field, posted) => {
    const next = await work(session, { accountId: id, version: Number(field('version')) }, posted)
    return next ?? withQuery(page, { done: form.form })
  })
}
