import { ClockCard } from '@/components/staff/clock-card'
import type { Clock } from '@/components/staff/clock'
import { EscalationCard } from '@/components/staff/escalations'
import type { Actor } from '@/lib/domain/policy'
import type { CaseAction } from '@/lib/domain/role-grants'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import type { CaseClocks } from '@/lib/queries/list-clocks'
import { shownTo } from '../../../_desk/shown-to'

interface Props {
  readonly actor: Actor
  readonly headline: CaseHeadline
  readonly may: ReadonlySet<CaseAction>
  /** They have to say first why they open it: a review comes after. */
  readonly asks: boolean
  readonly running: CaseClocks
  readonly clock: Clock
}

/** What a supervisor has to see to, and what is due. */
export function CaseClockCards({ actor, headline, may, asks, running, clock }: Props) {
  const shown = shownTo(actor, headline)
  const isOpen = headline.status !== 'closed' && headline.erasedAt === null
  return (
    <>
      <EscalationCard
        row={{ shown, told: running.escalations }}
        maySettle={may.has('review')}
        clock={clock}
      />
      <ClockCard
        clocks={running.clocks}
        shown={shown}
        mayReview={may.has('review') && isOpen && !asks}
        clock={clock}
      />
    </>
  )
}
