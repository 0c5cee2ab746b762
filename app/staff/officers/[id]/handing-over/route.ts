import { sayHandingOver } from '@/lib/commands/say-handing-over'
import { officerPost } from '../../_act/officer-post'
import type { OfficerContext } from '../../_act/officer-post'

/** Says that an officer must hand over what they hold, or takes it back. */
export function POST(request: Request, context: OfficerContext): Promise<Response> {
  const form = { form: 'officer-handing-over', fields: [] }
  return officerPost(request, context, form, async (actor, seen, posted) => {
    const must = posted.get('said') === 'yes'
    await sayHandingOver(actor, seen, must)
    return must ? 'handing-over' : 'taking-again'
  })
}
