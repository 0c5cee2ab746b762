// Checks the whole audit, against the checkpoints of a folder (AUDIT_CHECKPOINTS, or the one that is named), and says what was altered.
// Ends with 0 when nothing was, else with 1.
import { readCheckpoints } from '@/lib/adapters/checkpoint-place'
import { noteVerification } from '@/lib/commands/note-verification'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import { trustedHeads } from '@/lib/jobs/trusted-heads'
import { verifyAudit } from '@/lib/jobs/verify-audit'
import { auditSentences } from '@/lib/jobs/audit-sentences'

const say = (line: string) => process.stdout.write(`${line}\n`)
const { AUDIT_CHECKPOINTS, DATABASE_URL, MIGRATE_DATABASE_URL, KEY_DIR } = env()
const folder = process.argv[2] ?? AUDIT_CHECKPOINTS
const found = folder === undefined ? { notes: [], unreadable: [] } : await readCheckpoints(folder)
const { heads, refused } = await trustedHeads(KEY_DIR, found.notes)

let links = 0
let said = 0
const report = await verifyAudit(MIGRATE_DATABASE_URL ?? DATABASE_URL, heads, (more) => {
  links += more
  if (links - said < 500_000) return
  said = links
  say(`  ${links.toLocaleString('en')} rows`)
})
const looked = { used: found.notes.length - refused, refused: refused + found.unreadable.length }
const { lines, sound } = auditSentences(report, { folder, ...looked })
for (const line of lines) say(line)
const noted = {
  rows: report.chains.reduce((rows, { position }) => rows + position, 0),
  faults: report.unlinked.length + report.chains.reduce((faults, chain) => faults + chain.faults.length, 0),
  checkpoints: looked.used,
  refused: looked.refused,
}
// A copy that cannot be written is worth checking too.
await noteVerification(ownerDb(), noted).catch(() => {
  say('This could not be noted in the database that was checked.')
})
process.exit(sound ? 0 : 1)
