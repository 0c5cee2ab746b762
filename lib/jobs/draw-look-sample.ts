import 'server-only'
import { randomBytes } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { drawWeek, sampledWeeks } from '@/lib/commands/look-sample'
import { currentForce } from '@/lib/config/current-force'
import { weeksEnded } from '@/lib/domain/looking/sample'

/** So many weeks that have ended are looked at, so that one that was missed is drawn late. */
const weeksBack = 4

/** Draws what is to be signed of the looks of each of the last weeks that has no sample yet. Gives how many looks were drawn. */
export async function drawLookSample(): Promise<number> {
  const weeks = weeksEnded(now(), currentForce(), weeksBack)
  const before = await sampledWeeks(weeks[0]?.monday ?? '')
  let drawn = 0
  for (const week of weeks.filter(({ monday }) => !before.has(monday)))
    drawn += await drawWeek(week, randomBytes(32).toString('hex'))
  return drawn
}
