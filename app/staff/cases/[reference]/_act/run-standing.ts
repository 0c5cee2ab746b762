import 'server-only'
import type { ActName } from '@/components/staff/act-form'
import { changeStanding } from '@/lib/commands/change-standing'
import { DomainError } from '@/lib/domain/errors'
import type { StandingAct } from '@/lib/domain/standing'
import { runAct } from './run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Takes a form that says by name which of these acts it is, whom it is about and why. */
export function runStanding(
  request: Request,
  context: Context,
  form: ActName,
  acts: readonly StandingAct[],
): Promise<Response> {
  return runAct(request, context, form, async (actor, { reference, version, field }) => {
    const act = acts.find((known) => known === field('act'))
    if (act === undefined) throw new DomainError('invalid')
    const given = { account: field('account'), reason: field('reason') }
    await changeStanding(actor, act, { reference, version }, given)
  })
}
