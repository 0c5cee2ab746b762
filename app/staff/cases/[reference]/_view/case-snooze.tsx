import type { Clock } from '@/components/staff/clock'
import { SnoozeCard } from '@/components/staff/queue/snooze-card'
import type { Actor } from '@/lib/domain/policy'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import { ownSnooze } from '@/lib/queries/own-snooze'
import { shownTo } from '../../../_desk/shown-to'

interface Props {
  readonly actor: Actor
  readonly headline: CaseHeadline
  readonly clock: Clock
}

/** Putting the case off in one's own queue, where it is open. */
export async function CaseSnooze({ actor, headline, clock }: Props) {
  if (headline.status === 'closed') return null
  const snooze = await ownSnooze(actor, headline.id)
  return <SnoozeCard shown={shownTo(actor, headline)} snooze={snooze} clock={clock} />
}
