import { sayOneMore } from '@/lib/commands/say-one-more'
import { officerPost } from '../../_act/officer-post'
import type { OfficerContext } from '../../_act/officer-post'

/** Says that an officer can take one more than their limit, or takes it back. */
export function POST(request: Request, context: OfficerContext): Promise<Response> {
  const form = { form: 'officer-one-more', fields: [] }
  return officerPost(request, context, form, async (actor, seen, posted) => {
    const can = posted.get('said') === 'yes'
    await sayOneMore(actor, seen, can)
    return can ? 'one-more' : 'no-more'
  })
}
