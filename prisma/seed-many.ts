// Makes up ten years of cases (--cases N), on a demonstration: what a busy desk counts and lists, and none that holds a word or opens.
// The same --seed and --until give the same cases.
import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import { isDemonstration } from '@/lib/config/demonstration'
import { speakPlainly } from '../scripts/run/plain-errors'
import { ManyError, seedMany } from './many/seed-many'

speakPlainly()
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    until: { type: 'string', default: '' },
  },
})
const began = performance.now()
const say = (line: string) =>
  process.stdout.write(`  ${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}\n`)

try {
  if (!isDemonstration())
    throw new ManyError(
      'Cases are made up on a demonstration alone: start one with npm start, or set DEMO=yes.',
    )
  const { timeZone } = currentForce()
  const until =
    values.until === ''
      ? Temporal.Instant.fromEpochMilliseconds(now().getTime()).toZonedDateTimeISO(timeZone)
      : Temporal.PlainDate.from(values.until).toZonedDateTime(timeZone)
  await seedMany({ cases: Number(values.cases), seed: Number(values.seed), until, say })
  process.exit(0)
} catch (error) {
  if (!(error instanceof ManyError) && !(error instanceof RangeError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
