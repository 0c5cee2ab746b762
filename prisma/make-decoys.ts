// Makes up so many cases (--count N) that nobody's work leads to: whoever opens one is flagged to the auditors at once.
import { now } from '@/lib/adapters/clock'
import { decoyRows } from '@/lib/commands/decoy-rows'
import { ownerDb } from '@/lib/db/owner'
import { mostDecoysAtOnce, readDecoyCount } from '@/lib/domain/decoy'
import { DomainError } from '@/lib/domain/errors'
import { speakPlainly } from '../scripts/run/plain-errors'

speakPlainly()
const [flag, typed = ''] = process.argv.slice(2)

try {
  const rows = JSON.stringify(await decoyRows(readDecoyCount(flag === '--count' ? typed : '')))
  const [row] = await ownerDb().$queryRaw<{ made: number }[]>`
    SELECT store_decoys(${rows}::jsonb, ${now()}::timestamptz, NULL) AS made`
  process.stdout.write(
    `${String(row?.made ?? 0)} decoys are made. Auditors see which cases they are, at /staff/audit/decoys.\n`,
  )
  process.exit(0)
} catch (error) {
  if (!(error instanceof DomainError)) throw error
  process.stderr.write(
    `Say how many, from 1 to ${String(mostDecoysAtOnce)}: npm run decoys:create -- --count 2\n`,
  )
  process.exit(1)
}
