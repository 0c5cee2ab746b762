import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { localTime } from '@/lib/domain/calendar'
import type { Channel } from '@/lib/domain/words'
import type { JourneyContext } from '@/lib/journey/definition'

/** What a journey may know beside the answers, in this deployment. */
export function journeySetting(channel: Channel): JourneyContext {
  return { force: currentForce(), channel, today: today() }
}

/** Today by the force's clocks, `YYYY-MM-DD`. */
export function today(): string {
  return localTime(now(), currentForce()).toPlainDate().toString()
}
