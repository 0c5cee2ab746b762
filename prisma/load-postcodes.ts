// Loads whole postcodes from the directory of the Office for National Statistics: `npm run postcodes:load -- <file.csv>`, with --fewer where the new
// edition may have far fewer than the one before.
import { parseArgs } from 'node:util'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { holdLock } from '@/lib/db/hold-lock'
import { speakPlainly } from '../scripts/run/plain-errors'
import { DirectoryError, loadPostcodes } from './postcodes/load-postcodes'

speakPlainly()
const say = (line: string) => process.stdout.write(`${line}\n`)
const { values, positionals } = parseArgs({
  options: { fewer: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const { DATABASE_URL, MIGRATE_DATABASE_URL } = env()
const url = MIGRATE_DATABASE_URL ?? DATABASE_URL
const [file] = positionals

if (file === undefined) {
  process.stderr.write('Say which file: npm run postcodes:load -- <file.csv>\n')
  process.exit(1)
}
try {
  const { read, kept, own } = await holdLock(
    url,
    'alongside/postcodes',
    'Another command is loading postcodes.',
    () =>
      loadPostcodes({
        ...{ file, url, force: currentForce(), mayBeFewer: values.fewer, at: new Date() },
        progress: (done, found) => {
          say(`  ${done.toLocaleString('en')} rows read, ${found.toLocaleString('en')} kept`)
        },
      }),
  )
  say(
    `${read.toLocaleString('en')} rows read. ${kept.toLocaleString('en')} postcodes are loaded, ${own.toLocaleString('en')} of them in a district of this force.`,
  )
  say('Contains OS data, Royal Mail data and National Statistics data © Crown copyright and database right.')
  process.exit(0)
} catch (error) {
  if (!(error instanceof DirectoryError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
