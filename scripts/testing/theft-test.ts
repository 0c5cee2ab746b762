import { playwright } from './browser-tests.ts'
import type { Tally } from './tally.ts'

/** The theft test with 5,000 reports, or as many as `THEFT_REPORTS` says. */
export function theftTest(scratch: string): Promise<Tally> {
  const { THEFT_REPORTS = '5000' } = process.env
  // So many from one machine would be a flood to the product under test.
  process.env.LANE_PUZZLE_PER_MINUTE = '0'
  return playwright(scratch, ['--project=theft'], { THEFT_REPORTS })
}
