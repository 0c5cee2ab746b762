// Fills an empty audit, checks it, and asks who saw a case, at the database of the settings. `npm run bench` starts it.
import { randomUUID } from 'node:crypto'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import { verifyAudit } from '@/lib/jobs/verify-audit'
import { whoSaw } from '@/lib/queries/who-saw'
import { fillAudit } from './audit-log'

const rows = Number(process.argv[2])
const { MIGRATE_DATABASE_URL = '' } = env()
const say = (line: string) => process.stdout.write(`${line}\n`)
const step = Math.max(1, Math.floor(rows / 10))

const begun = performance.now()
const reference = await fillAudit(MIGRATE_DATABASE_URL, rows, everyStep('  filled'))
say(`  filled in ${since(begun)} s, seed 20261121`)

const checking = performance.now()
const report = await verifyAudit(MIGRATE_DATABASE_URL, { intake: [], desk: [] }, everyStep('  checked'))
const faults = report.chains.flatMap((chain) => chain.faults).length + report.unlinked.length
say(`  checked in ${since(checking)} s (asked: 120 s for 10,000,000), ${String(faults)} faults`)

const auditor = await ownerDb().account.create({
  data: { id: randomUUID(), email: 'bench-auditor@example.test', name: 'Auditor', role: 'auditor' },
})
const actor = { id: auditor.id, name: auditor.name, role: 'auditor', districts: [] } as const
const times: string[] = []
for (let time = 0; time < 3; time += 1) {
  const asked = performance.now()
  const lookers = await whoSaw(actor, reference, { from: null, until: null, role: null })
  times.push(`${String(lookers.length)} people in ${(performance.now() - asked).toFixed(0)} ms`)
}
say(`  who saw one case, asked three times (asked: 1,000 ms): ${times.join(', ')}`)
process.exit(faults === 0 ? 0 : 1)

function since(time: number): string {
  return ((performance.now() - time) / 1000).toFixed(1)
}

/** Says each tenth of the way. Takes how many more there are. */
function everyStep(word: string): (more: number) => void {
  let done = 0
  let said = 0
  return (more) => {
    done += more
    if (done - said < step) return
    said = done
    say(`${word} ${done.toLocaleString('en')}`)
  }
}
