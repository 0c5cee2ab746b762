import type { ShownCase } from '@/components/staff/act-form'
import type { Kept } from '@/components/staff/case-acts'
import { CrimeCard } from '@/components/staff/crime-card'
import type { CaseAction } from '@/lib/domain/role-grants'
import type { Translate } from '@/lib/i18n/translate'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'

interface Props {
  readonly headline: CaseHeadline
  readonly may: ReadonlySet<CaseAction>
  /** They have to say first why they open it. */
  readonly asks: boolean
  readonly shown: ShownCase
  readonly kept: Kept | null
  readonly t: Translate
}

/** For whoever decides about the risk of a case that is not erased and goes on in no other. */
export function CaseCrime({ headline, may, asks, ...shown }: Props) {
  if (asks || !may.has('decide-risk') || headline.erasedAt !== null || headline.goesOnInId !== null)
    return null
  const { offenceGroup: offence, onlineFlag: isOnline } = headline
  return <CrimeCard {...shown} crime={offence === null || isOnline === null ? null : { offence, isOnline }} />
}
