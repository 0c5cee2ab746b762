import { callBackLine } from '@/components/staff/call-back-words'
import type { Clock } from '@/components/staff/clock'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { mayBeKept } from '@/lib/domain/call-back/call-back'
import { actsOn } from '@/lib/domain/case'
import { stateOf } from '@/lib/domain/case-facts'
import type { ReachPlan } from '@/lib/domain/contact/may-use'
import type { CaseAction } from '@/lib/domain/role-grants'
import type { CallBacks } from '@/lib/queries/call-backs-of'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'

interface Props {
  readonly headline: CaseHeadline
  readonly may: ReadonlySet<CaseAction>
  readonly callBacks: CallBacks
  /** How they may be reached; null where the case was not opened. */
  readonly plan: ReachPlan | null
  readonly clock: Clock
}

/** When they are rung back, also those whose case was merged into this one, and where that is agreed. */
export function CaseCallBack({ headline, may, callBacks, plan, clock }: Props) {
  const { t } = clock
  const { next, merged } = callBacks
  const mayAgree = may.has('call-back') && actsOn(stateOf(headline)).includes('call-back')
  if (next === null && merged.length === 0 && !mayAgree) return null
  const link = next === null ? 'callBack.offer' : 'callBack.open'
  return (
    <section className="card grid gap-2" aria-labelledby="call-back-title">
      <h3 id="call-back-title" className="card-title mb-0">
        {t('callBack.title')}
      </h3>
      <OwnLine {...{ callBacks, plan, clock }} />
      {merged.map((one) => {
        const { words, tone } = callBackLine(one, clock)
        return (
          <p key={one.reference} className={tone}>
            <a href={staffPaths.case(one.reference)}>
              {t('callBack.ofMerged', { reference: one.reference, words })}
            </a>
          </p>
        )
      })}
      {mayAgree ? <a href={staffPaths.callBack(headline.reference)}>{t(link)}</a> : null}
    </section>
  )
}

/** Of this case alone; that one ended by itself is said until there is another. */
function OwnLine({ callBacks: { next, past }, plan, clock }: Pick<Props, 'callBacks' | 'plan' | 'clock'>) {
  const { t } = clock
  if (next !== null) {
    const { words, tone } = callBackLine(next, clock, mayBeKept(next, plan, currentForce()))
    return <p className={tone}>{words}</p>
  }
  const outcome = past[0]?.outcome
  if (outcome === 'withdrawn' || outcome === 'unsafe') return <p>{t(`callBack.endedBySelf.${outcome}`)}</p>
  return <p>{t('callBack.none')}</p>
}
