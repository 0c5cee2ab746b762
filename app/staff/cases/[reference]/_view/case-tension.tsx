import type { ShownCase } from '@/components/staff/act-form'
import type { Kept } from '@/components/staff/case-acts'
import type { Clock } from '@/components/staff/clock'
import { TensionCard } from '@/components/staff/tension-card'
import type { CaseAction } from '@/lib/domain/role-grants'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'

interface Props {
  readonly headline: CaseHeadline
  readonly may: ReadonlySet<CaseAction>
  /** They have to say first why they open it. */
  readonly asks: boolean
  readonly shown: ShownCase
  readonly kept: Kept | null
  readonly clock: Clock
}

/** For supervisors, of a case that is not erased. */
export function CaseTension({ headline, may, asks, ...shown }: Props) {
  if (asks || !may.has('review') || headline.erasedAt !== null) return null
  return <TensionCard {...shown} tensionAt={headline.tensionAt} mayChange={headline.status !== 'closed'} />
}
