import 'server-only'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'

/** What a form may say of a call-back that is over. */
const endings = ['done', 'unreached'] as const

/**
 * Records that somebody was rung back as agreed, or could not be reached. DomainErrors besides those of `changeCase`: `invalid` for neither;
 * `bad-transition` where no call-back is to come.
 */
export async function endCallBack(
  actor: Actor,
  { outcome, ...seen }: CaseSeen & { readonly outcome: string },
): Promise<(typeof endings)[number]> {
  const ending = endings.find((one) => one === outcome)
  if (ending === undefined) throw new DomainError('invalid')
  await changeCase(actor, 'call-back', seen, async ({ id }, tx) => {
    const open = await tx.caseCallBack.findFirst({
      where: { caseId: id, endedAt: null },
      select: { id: true },
    })
    if (open === null) throw new DomainError('bad-transition')
    return { type: `call-back-${ending}` }
  })
  return ending
}
