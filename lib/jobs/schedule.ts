import 'server-only'
import { makeCheckpoints } from './checkpoint'
import { drawLookSample } from './draw-look-sample'
import { flagUnusualLooking } from './flag-unusual-looking'
import { indexNewCases } from './index-new-cases'
import { nameReaders } from './name-readers'
import { reviewRetention } from './review-retention'

/** Something that is done again and again. */
export interface ScheduledJob {
  readonly name: string
  /** When, as cron has it, by the clock of UTC. */
  readonly cron: string
  readonly run: () => Promise<unknown>
}

/** Everything that runs by the clock. */
export const scheduledJobs: readonly ScheduledJob[] = [
  { name: 'audit-checkpoint', cron: '* * * * *', run: makeCheckpoints },
  // Each Monday draws the week before; the other days make up for one that was missed.
  { name: 'draw-look-sample', cron: '0 4 * * *', run: drawLookSample },
  // Every day of a force has ended by then, in summer and in winter.
  { name: 'flag-unusual-looking', cron: '30 3 * * *', run: flagUnusualLooking },
  { name: 'index-new-cases', cron: '* * * * *', run: indexNewCases },
  { name: 'name-readers', cron: '*/5 * * * *', run: nameReaders },
  { name: 'review-retention', cron: '0 5 * * *', run: reviewRetention },
]
