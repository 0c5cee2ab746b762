import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import type { WayStanding } from '@/lib/domain/contact/standing'
import type { ContactPlan } from '@/lib/journeys/contact-plan'

interface Props {
  readonly plan: ContactPlan
  readonly ways: readonly WayStanding[]
  readonly clock: Clock
}

/** How each way they ticked stands now, one to a line, with the hours they named. */
export function ContactWays({ plan, ways, clock }: Props) {
  const { t } = clock
  const ticked = ways.filter(({ way }) => plan.choice === 'plan' && plan.ways.includes(way))
  if (ticked.length === 0) return null
  return (
    <ul className="mt-1 grid gap-0.5">
      {ticked.map((standing) => (
        <li key={standing.way} data-way={standing.way} data-refused={standing.refused ?? undefined}>
          <span aria-hidden="true" className={standing.refused === null ? 'text-good' : 'text-danger'}>
            {standing.refused === null ? '✓' : '✕'}
          </span>{' '}
          <b>{t(`staff.contact.way.${standing.way}`)}</b>: {standingWords(standing, clock)}
        </li>
      ))}
    </ul>
  )
}

/** `safe now`, `not now: from Mon 18:00`, `no hour is known to be safe`. */
export function standingWords({ refused, from }: WayStanding, clock: Clock): string {
  const { t } = clock
  if (refused === null) return t('reach.now.ok')
  if (refused === 'outside-hours' && from !== null) return t('reach.now.from', { at: saidTime(from, clock) })
  return t(`reach.now.${refused}`)
}
