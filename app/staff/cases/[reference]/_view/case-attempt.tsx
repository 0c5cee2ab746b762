import type { Kept } from '@/components/staff/case-acts'
import type { ShownCase } from '@/components/staff/act-form'
import type { Clock } from '@/components/staff/clock'
import { ContactForm } from '@/components/staff/contact-form'
import type { Reach } from '@/lib/domain/clocks/promise-words'
import type { OpenedReach } from '@/lib/queries/open-case'

interface Props {
  readonly shown: ShownCase
  /** How the person hears from us; null where that was not kept. */
  readonly reach: Reach | null
  /** The plan that holds; null where the case was not opened, so that `version` is all that is known of it. */
  readonly held: OpenedReach | null
  readonly version: number
  readonly kept: Kept | null
  readonly clock: Clock
}

/** Where an attempt to reach the person is recorded, with how each way stands now. */
export function CaseAttempt({ shown, reach, held, version, kept, clock }: Props) {
  return (
    <ContactForm
      {...{ shown, reach, clock }}
      planVersion={held?.version ?? version}
      ways={held?.ways ?? []}
      typed={(name) => (kept?.form === 'contact' ? kept.values[name] : undefined)}
    />
  )
}
