import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { localTime } from '@/lib/domain/calendar'
import type { Channel } from '@/lib/domain/words'
import type { Answers, JourneyContext } from '@/lib/journey/definition'
import { unitPlace } from '@/lib/queries/unit-place'

/**
 * What a journey may know beside the answers, in this deployment; of these answers, where their postcode lies, if that is known. Wherever answers are
 * walked through, these very ones are given: what is asked depends on it.
 */
export async function journeySetting(channel: Channel, { postcode }: Answers): Promise<JourneyContext> {
  const setting = { force: currentForce(), channel, today: today() }
  const unit = typeof postcode === 'string' ? await unitPlace(postcode) : null
  return unit === null ? setting : { ...setting, unit }
}

/** Today by the force's clocks, `YYYY-MM-DD`. */
export function today(): string {
  return localTime(now(), currentForce()).toPlainDate().toString()
}
