import { describeOfficer } from '@/lib/commands/change-officer'
import { officerPost } from '../../_act/officer-post'
import type { OfficerContext } from '../../_act/officer-post'

/** Says which languages an officer speaks and what they know more of. */
export function POST(request: Request, context: OfficerContext): Promise<Response> {
  const form = { form: 'officer-own-word', fields: ['languages', 'specialisms'] }
  return officerPost(request, context, form, async (actor, seen, posted) => {
    await describeOfficer(actor, seen, {
      languages: posted.getAll('languages'),
      specialisms: posted.getAll('specialisms'),
    })
    return 'own-word'
  })
}
