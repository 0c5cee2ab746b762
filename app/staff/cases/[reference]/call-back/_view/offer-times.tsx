import type { ShownCase } from '@/components/staff/act-form'
import type { Clock } from '@/components/staff/clock'
import type { KnownPlan } from '@/lib/commands/agree-call-back'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { offerOf } from '@/lib/domain/call-back/slots'
import { SlotForm } from './slot-form'

interface Props {
  readonly shown: ShownCase
  /** Null where it is not theirs to know when the person may be rung. */
  readonly known: KnownPlan | null
  readonly isMove: boolean
  readonly typed: Readonly<Record<string, string>>
  readonly mayChangePlan: boolean
  readonly clock: Clock
}

/** The times that are safe by the person's own plan, or why none is offered. */
export function OfferTimes({ shown, known, isMove, typed, mayChangePlan, clock }: Props) {
  const { t } = clock
  if (known === null) return <p className="card mt-4">{t('callBack.refused.unknown')}</p>
  const { slots, refused } = offerOf(known.plan, clock.now, currentForce())
  if (slots !== undefined && slots.length > 0)
    return <SlotForm {...{ shown, slots, isMove, typed, clock }} planVersion={known.version} />
  return (
    <div className="card mt-4 grid gap-2">
      <p>{t(`callBack.refused.${refused ?? 'no-slot'}`)}</p>
      {mayChangePlan ? <a href={staffPaths.casePlan(shown.reference)}>{t('reach.replan.link')}</a> : null}
    </div>
  )
}
