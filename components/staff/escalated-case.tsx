import { WithName } from '@/components/staff/with-name'
import type { DistrictNames } from '@/components/staff/case-words'
import { staffPaths } from '@/lib/config/paths'
import type { Translate } from '@/lib/i18n/translate'

/** What a supervisor is told of a case before they open it: published facts only. */
export interface EscalatedFacts {
  readonly district: string | null
  readonly holder: Person | null
  /** Who is asked to take it. */
  readonly asked: Person | null
  /** The control room must still be told of it, or of a case merged into it, as far as this person may know. */
  readonly untold: boolean
}

interface Person {
  readonly id: string
  readonly name: string
}

interface Props {
  readonly reference: string
  readonly facts: EscalatedFacts
  readonly districts: DistrictNames
  /** The account that is looking. */
  readonly actorId: string
  readonly t: Translate
}

const small = 'block text-sm text-ink-soft'

/** Which case it is: where, and who has it or is asked to. */
export function EscalatedCase({ reference, facts, districts, actorId, t }: Props) {
  const { district } = facts
  return (
    <div>
      <a href={staffPaths.case(reference)} className="font-semibold whitespace-nowrap">
        {reference}
      </a>
      <small className={small}>
        {district === null ? t('staff.queue.noDistrict') : (districts.get(district) ?? district)}
      </small>
      <small className={small}>
        <Who {...facts} actorId={actorId} t={t} />
      </small>
    </div>
  )
}

function Who({ holder, asked, actorId, t }: EscalatedFacts & Pick<Props, 'actorId' | 't'>) {
  if (holder !== null)
    return holder.id === actorId ? (
      t('staff.escalation.yours')
    ) : (
      <WithName name={holder.name} say={(name) => t('staff.escalation.heldBy', { name })} />
    )
  if (asked === null) return t('staff.escalation.nobody')
  return asked.id === actorId ? (
    t('offer.asked.youInRow')
  ) : (
    <WithName name={asked.name} say={(name) => t('offer.asked.inRow', { name })} />
  )
}
