import type { Kept } from '@/components/staff/case-acts'
import type { Clock } from '@/components/staff/clock'
import { ContactPanel } from '@/components/staff/contact-panel'
import { NumberForm } from '@/components/staff/number-form'
import { withdrawalOf } from '@/components/staff/withdrawal'
import { staffPaths } from '@/lib/config/paths'
import { actsOn } from '@/lib/domain/case'
import { stateOf } from '@/lib/domain/case-facts'
import type { Actor } from '@/lib/domain/policy'
import type { CaseAction } from '@/lib/domain/role-grants'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import type { OpenedCase } from '@/lib/queries/open-case'
import { shownTo } from '../../../_desk/shown-to'

interface Props {
  readonly actor: Actor
  readonly headline: CaseHeadline
  readonly may: ReadonlySet<CaseAction>
  readonly opened: OpenedCase
  readonly kept: Kept | null
  readonly clock: Clock
}

/** How this person may be reached, first of all; and the way to a number that is kept back, for whoever may reach them. */
export function CaseContact({ actor, headline, may, opened, kept, clock }: Props) {
  const { t } = clock
  const { plan, reach, address } = opened
  const mayDo = (act: 'record-contact' | 'change-plan') =>
    may.has(act) && actsOn(stateOf(headline)).includes(act)
  return (
    <ContactPanel
      plan={plan}
      now={{ ...reach, clock }}
      withdrawal={withdrawalOf(headline)}
      addressHidden={address === 'hidden'}
      t={t}
    >
      {mayDo('record-contact') && typeof reach.number === 'object' ? (
        <NumberForm
          shown={shownTo(actor, headline)}
          planVersion={reach.version}
          typed={(name) => (kept?.form === 'number' ? kept.values[name] : undefined)}
          isOpen={kept?.form === 'number'}
          t={t}
        />
      ) : null}
      {mayDo('change-plan') ? (
        <p className="mt-3 print:hidden">
          <a href={staffPaths.casePlan(headline.reference)} className="font-semibold">
            {t('reach.replan.link')}
          </a>
        </p>
      ) : null}
    </ContactPanel>
  )
}
