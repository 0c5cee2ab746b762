import 'server-only'
import { assertNever } from '@/lib/domain/assert-never'
import { DomainError } from '@/lib/domain/errors'
import { eachCase } from '@/lib/domain/many-cases'
import type { TickedCase } from '@/lib/domain/many-cases'
import type { SeveralAct, SeveralOutcome } from '@/lib/domain/own-queue/several'
import { readSnooze } from '@/lib/domain/own-queue/snooze'
import type { SnoozeRefusal } from '@/lib/domain/own-queue/snooze'
import type { Actor } from '@/lib/domain/policy'
import { assignCase } from './assign-case'
import { snoozeCase, wakeCase } from './snooze-case'
import { takeCase } from './take-case'

/** What a form asks for, and what it says besides: an account id to assign to; why and for how long to put off. */
interface Asked {
  readonly act: SeveralAct
  readonly field: (name: 'to' | 'reason' | 'length') => string
}

/**
 * Does one thing to each of several cases, each as it was seen and under the policy; what is refused of one stops no other. DomainError
 * `invalid` where what the act needs was not chosen: nothing is done then.
 */
export async function doToSeveral(
  actor: Actor,
  ticks: readonly TickedCase[],
  asked: Asked,
): Promise<readonly SeveralOutcome[]> {
  const refused = new Map<string, SnoozeRefusal>()
  const act = actOf(actor, asked, (reference, why) => refused.set(reference, why))
  const outcomes = await eachCase(ticks, act)
  return outcomes.map(({ reference, code }) => ({ reference, code: refused.get(reference) ?? code }))
}

function actOf(
  actor: Actor,
  { act, field }: Asked,
  refuse: (reference: string, why: SnoozeRefusal) => void,
): (one: TickedCase) => Promise<void> {
  switch (act) {
    case 'take':
      return (one) => takeCase(actor, one)
    case 'assign':
      return assigning(actor, field('to'))
    case 'snooze': {
      const asked = readSnooze(field('reason'), field('length'))
      if (asked === null) throw new DomainError('invalid')
      return async (one) => {
        const why = await snoozeCase(actor, { ...one, ...asked })
        if (why !== null) refuse(one.reference, why)
      }
    }
    case 'wake':
      return ({ reference }) => wakeCase(actor, reference)
    default:
      return assertNever(act)
  }
}

function assigning(actor: Actor, to: string): (one: TickedCase) => Promise<void> {
  if (to === '') throw new DomainError('invalid')
  return (one) => assignCase(actor, { ...one, to })
}
