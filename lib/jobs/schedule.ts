import 'server-only'
import { makeCheckpoints } from './checkpoint'

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
]
