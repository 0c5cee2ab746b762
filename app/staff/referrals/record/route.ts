import { recordReferral } from '@/lib/commands/record-referral'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { forgetKept, withQuery } from '../../_http/kept-form'
import { keptReferral } from '../_view/kept-referral'
import { referralPost } from '../_view/referral-post'

/** Records the referral that was read and looked at. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.referrals
  return referralPost(request, { page, form: 'referral-record', fields: [] }, async ({ actor }, field) => {
    const kept = await keptReferral(actor)
    // Another was read meanwhile, in another tab: what is recorded is what was looked at.
    if (kept?.document.reference !== field('reference')) throw new DomainError('conflict')
    const { reference, now } = await recordReferral(actor, kept.sender, kept.document)
    await forgetKept(actor.id, 'referral')
    return withQuery(page, { [now ? 'recorded' : 'known']: reference })
  })
}
