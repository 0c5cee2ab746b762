import { EscalationList } from '@/components/staff/escalations'
import type { EscalationPlace } from '@/components/staff/escalations'
import type { Clock } from '@/components/staff/clock'
import type { Actor } from '@/lib/domain/policy'
import { readFilters } from '@/lib/domain/queue-filters'
import type { OpenEscalations } from '@/lib/queries/list-escalations'
import { districtNames } from './clock'
import { shownTo } from './shown-to'

/** Which page of what needs a supervisor is shown, in the address. */
export const needsPage = 'needs'

/** The page of what needs a supervisor that an address asks for; the first where it asks for none. */
export function needsIn(query: Readonly<Record<string, string | string[] | undefined>>): number {
  return readFilters({ page: query[needsPage] }, { districts: [], strands: [] }).page
}

interface Props {
  readonly actor: Actor
  readonly escalations: OpenEscalations
  readonly hrefOf: (page: number) => string
  /** The page it is on, to come back to. */
  readonly place: EscalationPlace
  readonly clock: Clock
}

/** What a supervisor was told of and nobody has settled, page by page. */
export function SupervisorNeeds({ actor, escalations, ...list }: Props) {
  const { rows, cases, page, pages } = escalations
  return (
    <EscalationList
      rows={rows.map((row) => ({ ...row, shown: shownTo(actor, row) }))}
      districts={districtNames()}
      {...{ cases, page, pages, ...list }}
    />
  )
}
