import { saidHour, saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { SafeUntil } from '@/components/staff/live/safe-until'
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
    <ul className="mt-1 grid gap-0.5" aria-live="polite">
      {ticked.map((standing) => (
        <li key={standing.way} data-way={standing.way} data-refused={standing.refused ?? undefined}>
          <SafeUntil until={standing.until} now={clock.now} after={<Sign of="unsafe" />}>
            <Sign of={signOf(standing)} />
          </SafeUntil>{' '}
          <b>{t(`staff.contact.way.${standing.way}`)}</b>:{' '}
          <SafeUntil until={standing.until} now={clock.now} after={t('reach.now.over')}>
            {standingWords(standing, clock)}
          </SafeUntil>
        </li>
      ))}
    </ul>
  )
}

const signs = {
  safe: { look: 'text-good', mark: '✓' },
  unsafe: { look: 'text-danger', mark: '✕' },
  unsaid: { look: 'text-warn', mark: '–' },
} as const

/** Only what they said is safe has a tick. */
function signOf({ refused, isUnsaid }: WayStanding): keyof typeof signs {
  if (refused !== null) return 'unsafe'
  return isUnsaid ? 'unsaid' : 'safe'
}

function Sign({ of }: { readonly of: keyof typeof signs }) {
  return (
    <span aria-hidden="true" className={signs[of].look}>
      {signs[of].mark}
    </span>
  )
}

/** `safe now, until 20:00`, `not now: from Mon 18:00`, `no hour is known to be safe`. */
export function standingWords(
  { refused, from, until, isUnsaid }: Omit<WayStanding, 'way'>,
  clock: Clock,
): string {
  const { t } = clock
  if (isUnsaid) return t('reach.now.unsaid')
  if (refused === null)
    return until === null ? t('reach.now.ok') : t('reach.now.until', { time: saidHour(until, clock) })
  if (refused === 'outside-hours' && from !== null) return t('reach.now.from', { at: saidTime(from, clock) })
  return t(`reach.now.${refused}`)
}
