// Replaces the intake key: `npm run keys:rotate`, with --destroy-old to destroy the private halves of before, --if-erased to do so only where
// something was erased since, --leave-unreadable to go on past boxes nothing opens, --settle <seconds>. With --recovery the recovery key
// instead. Stopped at any point, it is run again.
import { parseArgs } from 'node:util'
import { env } from '@/lib/config/env'
import { holdLock } from '@/lib/db/hold-lock'
import { renewRecovery } from './keys/renew-recovery'
import { rotateKeys } from './keys/rotate-keys'
import type { RotationReport } from './keys/rotate-keys'
import { sayWrapped } from './keys/wrapping-progress'
import { speakPlainly } from '../scripts/run/plain-errors'

speakPlainly()
const say = (line: string) => process.stdout.write(`${line}\n`)
const { values } = parseArgs({
  options: {
    'destroy-old': { type: 'boolean', default: false },
    'if-erased': { type: 'boolean', default: false },
    'leave-unreadable': { type: 'boolean', default: false },
    recovery: { type: 'boolean', default: false },
    settle: { type: 'string', default: '30' },
  },
})
const { DATABASE_URL, MIGRATE_DATABASE_URL } = env()

const keptWords: Readonly<Record<RotationReport['kept'], string | null>> = {
  none: null,
  'not-asked': 'The private halves of before are still there: npm run keys:rotate -- --destroy-old',
  'public-tier-first':
    'The private halves of before are still there. Bring the public tier the new public halves (npm run keys:public -- <folder>), then run this again.',
  'still-needed':
    'A private half of before is still there, because boxes are left that it alone opens, or nothing does: npm run keys:recover mends those the offline key opens. --leave-unreadable goes on without them.',
}

await holdLock(
  MIGRATE_DATABASE_URL ?? DATABASE_URL,
  'alongside/keys',
  'Another command is at the keys of this database.',
  async () => {
    if (values.recovery) {
      const { made, done, unreadable } = await renewRecovery(sayWrapped(say))
      say(
        `${String(done)} boxes have a wrap of the new recovery key, ${String(unreadable)} could not be opened.`,
      )
      if (made !== null)
        say(
          'Move recovery.private.json to a place that is not online, and make a copy. The one of before opens old copies of the database alone.',
        )
      return
    }
    const report = await rotateKeys(
      {
        destroyOld: values['destroy-old'],
        ifErased: values['if-erased'],
        leaveUnreadable: values['leave-unreadable'],
        settle: Number(values.settle) * 1_000,
      },
      sayWrapped(say),
    )
    if (report.made !== null) say(`New boxes are sealed to ${report.made}.`)
    say(`${String(report.rewrapped)} boxes wrapped anew, ${String(report.unreadable)} could not be opened.`)
    for (const key of report.destroyed) say(`Destroyed the private half of ${key}.`)
    const words = keptWords[report.kept]
    if (words !== null) say(words)
  },
)
process.exit()
