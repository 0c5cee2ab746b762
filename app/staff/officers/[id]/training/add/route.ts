import { addTraining } from '@/lib/commands/record-training'
import { officerPost } from '../../../_act/officer-post'
import type { OfficerContext } from '../../../_act/officer-post'

/** Records that an officer was trained. */
export function POST(request: Request, context: OfficerContext): Promise<Response> {
  const form = { form: 'officer-training', fields: ['topic', 'completedOn', 'heldWith'] }
  return officerPost(request, context, form, async (actor, seen, posted) => {
    await addTraining(actor, seen, {
      topic: posted.get('topic') ?? '',
      completedOn: posted.get('completedOn') ?? '',
      heldWith: posted.getAll('heldWith'),
    })
    return 'training-added'
  })
}
