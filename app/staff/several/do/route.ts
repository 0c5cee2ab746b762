import { doToSeveral } from '@/lib/commands/do-to-several'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { readTicks } from '@/lib/domain/many-cases'
import { mostTicked, severalActs } from '@/lib/domain/own-queue/several'
import { deskPost } from '../../_http/desk-post'
import { keepSeveral } from '../_act/last-several'
import { queueForm, queueQueryOf } from '../_act/queue-form'

/** Does the same to every ticked case of the queue, as far as the policy lets this person, and leads to what became of each. */
export function POST(request: Request): Promise<Response> {
  const query = queueQueryOf(request)
  const place = queueForm(query, 'several', ['case', 'to', 'reason', 'length'])
  return deskPost(request, place, async ({ actor }, field, posted) => {
    const act = severalActs.find((known) => known === field('act'))
    if (act === undefined) throw new DomainError('invalid')
    const ticks = readTicks(posted.getAll('case'), mostTicked)
    const outcomes = await doToSeveral(actor, ticks, { act, field })
    await keepSeveral(actor, act, outcomes, query)
    return staffPaths.several
  })
}
