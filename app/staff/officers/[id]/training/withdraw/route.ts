import { withdrawTraining } from '@/lib/commands/record-training'
import { officerPost } from '../../../_act/officer-post'
import type { OfficerContext } from '../../../_act/officer-post'

/** Withdraws a training record that is wrong. */
export function POST(request: Request, context: OfficerContext): Promise<Response> {
  const form = { form: 'officer-training-withdraw', fields: [] }
  return officerPost(request, context, form, async (actor, seen, posted) => {
    await withdrawTraining(actor, seen, posted.get('record') ?? '')
    return 'training-withdrawn'
  })
}
