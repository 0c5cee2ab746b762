import 'server-only'
import type { Clock } from '@/components/staff/clock'
import type { Preview } from '@/components/staff/preview-pane'
import type { Actor } from '@/lib/domain/policy'
import type { RoutingResult } from '@/lib/domain/routing'
import { deskAlerts, isInDanger } from '@/lib/domain/desk-alerts'
import { DomainError } from '@/lib/domain/errors'
import { mayHold } from '@/lib/domain/policy'
import { riskOf } from '@/lib/domain/case-facts'
import { getCaseHeadline } from '@/lib/queries/get-case-headline'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import type { QueueRow } from '@/lib/queries/list-queue'
import type { RotaMember } from '@/lib/queries/load-rota'
import { suggestOfficers } from '@/lib/queries/suggest-officers'
import { shownTo } from './shown-to'
import { suggestionFor } from './suggestion-for'

/** The case in view beside the queue. Nothing of it is opened. Null when somebody has just put it out of this actor's sight. */
export async function previewOf(
  actor: Actor,
  reference: string,
  rota: readonly RotaMember[],
  clock: Clock,
): Promise<Preview | null> {
  const seen = await getCaseHeadline(actor, reference).catch(nullWhenGone)
  if (seen === null) return null
  const { headline, may } = seen
  const isFree = headline.assigneeId === null && headline.status !== 'closed'
  return {
    shown: shownTo(actor, headline),
    risk: riskOf(headline),
    riskSuggested: riskOf({ ...headline, riskDecided: null }),
    riskDecided: headline.riskDecided !== null,
    riskRules: headline.riskRules,
    alerts: deskAlerts(headline),
    told: isInDanger(headline) ? null : headline.told,
    receivedAt: headline.receivedAt,
    firstOpenedAt: headline.firstOpenedAt,
    asked: askedOf(headline),
    may: {
      open: may.has('open'),
      tell: may.has('tell-control-room'),
      take: isFree && may.has('take') && mayHold(actor, headline),
      assign: isFree && may.has('assign'),
    },
    suggestion: suggestionFor(headline, may, rota, clock),
  }
}

function askedOf({ offeredTo: name, offeredAt: at }: CaseHeadline): Preview['asked'] {
  return name === null || at === null ? null : { name, at }
}

function nullWhenGone(error: unknown): null {
  if (error instanceof DomainError) return null
  throw error
}

/** Rows of the queue with how near the officers suggested for them are, for those nobody holds. */
export function withSuggested(rows: readonly QueueRow[], rota: readonly RotaMember[]) {
  return rows.map((row) => {
    const isFree = row.assigneeId === null && row.status !== 'closed'
    return { ...row, suggested: isFree ? nearest(suggestOfficers(row, rota)) : null }
  })
}

function nearest({ candidates }: RoutingResult) {
  const tier = candidates[0]?.tier ?? ('none' as const)
  return { tier, count: candidates.filter((candidate) => candidate.tier === tier).length }
}
