import { currentForce } from '@/lib/config/current-force'
import { isOutOfHours } from '@/lib/domain/clocks/out-of-hours'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  /** By when something is due. */
  readonly at: Date
  readonly t: Translate
}

/** A time at which nobody reads is meant as it is: hours by the clock run through the night, and duty ends when it ends. Nothing where it is within reading hours. */
export function NightNote({ at, t }: Props) {
  const force = currentForce()
  if (!isOutOfHours(at, force)) return null
  const { from, to } = force.readingHours
  return <small className="block text-sm text-ink-soft">{t('staff.clock.night', { from, to })}</small>
}
