import 'server-only'
import { makeCheckpoints } from './checkpoint'
import { drawLookSample } from './draw-look-sample'
import { extendDuty } from './extend-duty'
import { extendCoverageOfAll } from './extend-coverage'
import { flagUnusualLooking } from './flag-unusual-looking'
import { followOutbound } from './follow-outbound'
import { indexNewCases } from './index-new-cases'
import { nameReaders } from './name-readers'
import { reckonTraining } from './reckon-training'
import { releaseFigures } from './release-figures'
import { reviewRetention } from './review-retention'
import { scanEvidence } from './scan-evidence'
import { sendOutbound } from './send-outbound'
import { takeUpPassings } from './take-up-passings'
import { writeDeskNotices } from './write-desk-notices'
import { writeStaffLetters } from './write-staff-letters'
import { watchClocks } from './watch-clocks'
import { routeCases } from './route-cases'

/** Something that is done again and again. */
export interface ScheduledJob {
  readonly name: string
  /** When, as cron has it, by the clock of UTC. */
  readonly cron: string
  readonly run: () => Promise<unknown>
  /** The channel of the database on which it is told to run besides. */
  readonly wokenBy?: string
}

/** Everything that runs by the clock. */
export const scheduledJobs: readonly ScheduledJob[] = [
  { name: 'audit-checkpoint', cron: '* * * * *', run: makeCheckpoints },
  // Each Monday draws the week before; the other days make up for one that was missed.
  { name: 'draw-look-sample', cron: '0 4 * * *', run: drawLookSample },
  // Duty is known as far ahead each day, whoever does nothing.
  { name: 'extend-duty', cron: '15 3 * * *', run: extendDuty },
  // A change of districts is there within minutes of the midnight of its day, in summer and in winter.
  { name: 'extend-coverage', cron: '5 * * * *', run: extendCoverageOfAll },
  // Every day of a force has ended by then, in summer and in winter.
  { name: 'flag-unusual-looking', cron: '30 3 * * *', run: flagUnusualLooking },
  { name: 'index-new-cases', cron: '* * * * *', run: indexNewCases },
  { name: 'name-readers', cron: '*/5 * * * *', run: nameReaders },
  // What the force requires changes with a release.
  { name: 'reckon-training', cron: '25 * * * *', run: reckonTraining },
  // What changed is counted within the minute; a month is published once it is settled, and one that was missed with the next run.
  { name: 'release-figures', cron: '* * * * *', run: releaseFigures },
  { name: 'review-retention', cron: '0 5 * * *', run: reviewRetention },
  { name: 'watch-clocks', cron: '* * * * *', run: watchClocks },
  // Woken by what changes, and each minute: a duty that ends tells nobody.
  { name: 'route-cases', cron: '* * * * *', run: routeCases, wokenBy: 'alongside_routing' },
  // A minute after what happens, at most: danger is told at once.
  { name: 'write-staff-letters', cron: '* * * * *', run: writeStaffLetters },
  // Each Monday from when the force begins to read, and when figures are told.
  { name: 'write-desk-notices', cron: '* * * * *', run: writeDeskNotices },
  // Woken by what is written, and each minute: hours that are safe begin, and what failed is tried again.
  { name: 'send-outbound', cron: '* * * * *', run: sendOutbound, wokenBy: 'alongside_outbound' },
  // What was sent while no scanner answered.
  { name: 'scan-evidence', cron: '* * * * *', run: scanEvidence },
  // What went to another force while the process that sent it ended.
  { name: 'take-up-passings', cron: '* * * * *', run: takeUpPassings },
  { name: 'follow-outbound', cron: '* * * * *', run: followOutbound },
]
