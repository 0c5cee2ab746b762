// With the offline key: `npm run keys:recover -- <recovery.private.json>` makes everything openable online again where the online keys are
// lost. With --drill it shows that it could, for a random sample (--sample <boxes>, 200), and changes nothing.
import { existsSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { env } from '@/lib/config/env'
import { holdLock } from '@/lib/db/hold-lock'
import { drillRecovery } from './keys/drill-recovery'
import { recoverKeys } from './keys/recover-keys'
import { sayWrapped } from './keys/wrapping-progress'
import { SALT_FILE } from '@/lib/sealing/key-files'
import { keyPair } from '@/lib/sealing/key-ring'
import { speakPlainly } from '../scripts/run/plain-errors'

speakPlainly()
const say = (line: string) => process.stdout.write(`${line}\n`)
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    drill: { type: 'boolean', default: false },
    sample: { type: 'string', default: '200' },
  },
})
const [file = '', ...more] = positionals
if (file === '' || more.length > 0)
  throw new Error('Name the offline key: npm run keys:recover -- <recovery.private.json>')
const recovery = keyPair(dirname(resolve(file)), basename(file))
const { DATABASE_URL, MIGRATE_DATABASE_URL, KEY_DIR } = env()

if (values.drill) {
  const { boxes, equal, online } = await drillRecovery(recovery, Number(values.sample), sayWrapped(say))
  say(
    `${String(equal)} of ${String(boxes)} boxes: what the recovery key opens is equal, byte for byte, to what a key opens that they were wrapped to anew.`,
  )
  say(
    online === 0
      ? 'No online key was needed or here.'
      : 'And to what the online key opens. Nothing was changed.',
  )
  process.exit(equal === boxes ? 0 : 1)
}
await holdLock(
  MIGRATE_DATABASE_URL ?? DATABASE_URL,
  'alongside/keys',
  'Another command is at the keys of this database.',
  async () => {
    const { made, done, unreadable } = await recoverKeys(recovery, sayWrapped(say))
    if (made !== null)
      say(`New boxes are sealed to ${made}. Bring the public tier its public half: npm run keys:public`)
    say(`${String(done)} boxes open online again, ${String(unreadable)} could not be opened.`)
    if (!existsSync(`${KEY_DIR}/${SALT_FILE}`))
      say(`${SALT_FILE} is missing: put it back from a backup, or return codes given out open nothing.`)
  },
)
process.exit()
