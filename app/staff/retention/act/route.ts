import { declineErasure, holdCase, liftHold, requestErasure } from '@/lib/commands/erase-case'
import { keepLonger } from '@/lib/commands/keep-longer'
import { DomainError } from '@/lib/domain/errors'
import type { TickedCase } from '@/lib/domain/many-cases'
import type { Actor } from '@/lib/domain/policy'
import { retentionPost } from '../_act/retention-post'

type Field = (name: string) => string

/** What of it needs a reason from a list, which is the field `<act>-reason`. */
const withReason: ReadonlySet<string> = new Set(['ask', 'keep', 'hold'])

/** What can be done to cases whose time is looked at, by the name of the button. Erasing has a route of its own. */
const acts = new Map<string, (actor: Actor, seen: TickedCase, field: Field) => Promise<void>>([
  ['ask', (actor, seen, field) => requestErasure(actor, { ...seen, reason: field('ask-reason') })],
  ['decline', (actor, seen) => declineErasure(actor, seen)],
  [
    'keep',
    (actor, seen, field) =>
      keepLonger(actor, { ...seen, reason: field('keep-reason'), until: field('until') }),
  ],
  ['hold', (actor, seen, field) => holdCase(actor, { ...seen, reason: field('hold-reason') })],
  ['lift', (actor, seen) => liftHold(actor, seen)],
])

/** Asks for erasure, turns it down, keeps longer, or places or lifts a hold, of one case or of those that are ticked. */
export function POST(request: Request): Promise<Response> {
  const fields = ['case', 'ask-reason', 'keep-reason', 'until', 'hold-reason']
  return retentionPost(request, { form: 'retention', fields }, ({ actor }, field) => {
    const name = field('act')
    const act = acts.get(name)
    if (act === undefined) throw new DomainError('invalid')
    if (withReason.has(name) && field(`${name}-reason`) === '') throw new DomainError('reason-missing')
    return { name, act: (one) => act(actor, one, field) }
  })
}
