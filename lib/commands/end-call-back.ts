import 'server-only'
import { cancelReasons } from '@/lib/domain/call-back/call-back'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'

/** What a form may say of a call-back that is over. */
const endings = ['done', 'unreached', 'cancelled'] as const

/** What came of it, as it was posted. */
interface Ended extends CaseSeen {
  readonly outcome: string
  /** Why it is called off; empty where it was not. */
  readonly reason: string
}

/**
 * Records that somebody was rung back as agreed, could not be reached, or is not to be rung. DomainErrors besides those of `changeCase`: `invalid`
 * for none of these; `reason-missing` where it is called off without a reason from the list; `bad-transition` where no call-back is to come.
 */
export async function endCallBack(
  actor: Actor,
  { outcome, reason, ...seen }: Ended,
): Promise<(typeof endings)[number]> {
  const ending = endings.find((one) => one === outcome)
  if (ending === undefined) throw new DomainError('invalid')
  const why = ending === 'cancelled' ? cancelReasons.find((one) => one === reason) : null
  if (why === undefined) throw new DomainError('reason-missing')
  await changeCase(actor, 'call-back', seen, async ({ id }, tx) => {
    const open = await tx.caseCallBack.findFirst({
      where: { caseId: id, endedAt: null },
      select: { id: true },
    })
    if (open === null) throw new DomainError('bad-transition')
    return { type: `call-back-${ending}`, ...(why === null ? {} : { detail: { reason: why } }) }
  })
  return ending
}
