import type { ShownCase } from '@/components/staff/act-form'
import type { Kept } from '@/components/staff/case-acts'
import type { Clock } from '@/components/staff/clock'
import { ClosingCard } from '@/components/staff/closing-card'
import type { Actor } from '@/lib/domain/policy'
import type { OpenClosing } from '@/lib/queries/open-closing'
import { closingStanding } from './case-decisions'

interface Props {
  readonly actor: Actor
  readonly closing: OpenClosing | null
  readonly shown: ShownCase
  readonly kept: Kept | null
  readonly callBack: string | null
  readonly clock: Clock
}

/** That somebody asks for the case to be closed, where somebody does. */
export function CaseClosing({ actor, closing, ...shown }: Props) {
  return closing === null ? null : (
    <ClosingCard {...shown} asked={closing} standing={closingStanding(actor, closing)} />
  )
}
