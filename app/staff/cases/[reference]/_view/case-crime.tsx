import type { ShownCase } from '@/components/staff/act-form'
import type { Kept } from '@/components/staff/case-acts'
import type { Clock } from '@/components/staff/clock'
import { CrimeCard } from '@/components/staff/crime-card'
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

/** For whoever may write a note in a case that is not erased. */
export function CaseCrime({ headline, may, asks, ...shown }: Props) {
  if (asks || !may.has('add-note') || headline.erasedAt !== null) return null
  const { crimeRecordedAt: at, offenceGroup: offence, onlineFlag: isOnline } = headline
  const crime = at === null || offence === null || isOnline === null ? null : { at, offence, isOnline }
  return <CrimeCard {...shown} crime={crime} />
}
