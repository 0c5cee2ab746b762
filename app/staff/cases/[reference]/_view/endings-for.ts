import 'server-only'
import type { Ending } from '@/components/staff/close-fields'
import { today } from '@/lib/commands/journey-setting'
import { describeCase } from '@/lib/domain/case-facts'
import type { Actor } from '@/lib/domain/policy'
import { mayCloseWith, offeredTo, recordTypesOn } from '@/lib/domain/records/record-type'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import { recordTypes } from '@/lib/queries/record-types'

/** The ways this person is offered to end the case today, in their words of today. */
export async function endingsFor(actor: Actor, headline: CaseHeadline): Promise<readonly Ending[]> {
  const { kind } = describeCase(headline)
  const types = offeredTo(actor.role, recordTypesOn(today(), kind, await recordTypes(actor)))
  return types.map((type) => ({
    disposition: type.disposition,
    label: type.labels.en ?? type.disposition,
    hint: type.hints.en ?? null,
    asksReason: type.asksReason,
    isForSupervisor: !mayCloseWith(actor.role, type),
    subjectData: type.subjectData,
  }))
}
