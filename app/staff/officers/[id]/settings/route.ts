import { changeOfficer } from '@/lib/commands/change-officer'
import { officerPost } from '../../_act/officer-post'
import type { OfficerContext } from '../../_act/officer-post'

/** Sets an officer's districts and limit, and whether they serve. */
export function POST(request: Request, context: OfficerContext): Promise<Response> {
  const form = { form: 'officer-settings', fields: ['districts', 'openLimit', 'serving'] }
  return officerPost(request, context, form, async (actor, seen, posted) => {
    await changeOfficer(actor, seen, {
      districts: posted.getAll('districts'),
      openLimit: posted.get('openLimit') ?? '',
      serving: posted.get('serving') ?? '',
    })
    return 'settings'
  })
}
