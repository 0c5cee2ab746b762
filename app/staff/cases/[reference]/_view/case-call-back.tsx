import { callBackLine } from '@/components/staff/call-back-words'
import type { Clock } from '@/components/staff/clock'
import { staffPaths } from '@/lib/config/paths'
import { actsOn } from '@/lib/domain/case'
import { stateOf } from '@/lib/domain/case-facts'
import type { Actor } from '@/lib/domain/policy'
import type { CaseAction } from '@/lib/domain/role-grants'
import { callBacksOf } from '@/lib/queries/call-backs-of'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'

interface Props {
  readonly actor: Actor
  readonly headline: CaseHeadline
  readonly may: ReadonlySet<CaseAction>
  readonly clock: Clock
}

/** When they are rung back, and where that is agreed. */
export async function CaseCallBack({ actor, headline, may, clock }: Props) {
  const { t } = clock
  const { next } = await callBacksOf(actor, headline.id)
  const mayAgree = may.has('call-back') && actsOn(stateOf(headline)).includes('call-back')
  if (next === null && !mayAgree) return null
  const line = next === null ? null : callBackLine(next, clock)
  return (
    <section className="card" aria-labelledby="call-back-title">
      <h3 id="call-back-title" className="card-title">
        {t('callBack.title')}
      </h3>
      {line === null ? <p>{t('callBack.none')}</p> : <p className={line.tone}>{line.words}</p>}
      {mayAgree ? (
        <a href={staffPaths.callBack(headline.reference)}>
          {t(next === null ? 'callBack.offer' : 'callBack.open')}
        </a>
      ) : null}
    </section>
  )
}
