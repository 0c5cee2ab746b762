import 'server-only'
import type { Clock } from '@/components/staff/clock'
import { suggestionWords } from '@/components/staff/suggestion'
import type { Suggestion } from '@/components/staff/suggestion'
import type { CaseAction } from '@/lib/domain/role-grants'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import type { RotaMember } from '@/lib/queries/load-rota'
import { suggestOfficers } from '@/lib/queries/suggest-officers'
import { districtNames } from './clock'

/** How many officers are named. */
const mostShown = 3

/**
 * Who should take a case nobody holds, for those who may open it; null otherwise. Who was left out, and that the reporter
 * described somebody, is for those who may assign.
 */
export function suggestionFor(
  headline: CaseHeadline,
  may: ReadonlySet<CaseAction>,
  rota: readonly RotaMember[],
  clock: Clock,
): Suggestion | null {
  const isFree = headline.assigneeId === null && headline.status !== 'closed'
  if (!isFree || !may.has('open')) return null
  const words = suggestionWords(suggestOfficers(headline, rota), rota, districtNames(), clock, mostShown)
  const mayAssign = may.has('assign')
  return {
    ...words,
    leftOut: mayAssign && !headline.restricted ? words.leftOut : [],
    readFirst: mayAssign && headline.namesExclusion,
  }
}
