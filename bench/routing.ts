// Asks for waiting cases after everybody's duty changed, few and many by turns, at the empty database of the settings. `npm run bench` starts it.
import { randomUUID } from 'node:crypto'
import { asOf } from '@/lib/adapters/clock'
import { rebuildDuty } from '@/lib/commands/duty/rebuild-duty'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { routeCases } from '@/lib/jobs/route-cases'
import { quantile } from './month/figures'
import { peopleIn } from './month/store-people'
import { dropCases, storeWaiting } from './routing/waiting-cases'
import { volunteersOf, type Stage } from './month/volunteers'

const few = 100
const many = Number(process.argv[2] ?? 10_000)
const rounds = 3
const asked = 1.3
const say = (line: string) => process.stdout.write(`${line}\n`)

const force = currentForce()
const stage: Stage = { seed: 1, days: 30, volunteers: 60, casesADay: 50, from: '2026-03-02', force }
// Nobody hands over, is trained no more or away but by the change that is measured; and there is room for every case.
const volunteers = volunteersOf(stage).map((one) => ({
  ...one,
  ...{ openLimit: many, away: [], handsOverAt: null, trainedUntil: '2027-03-02', trainedAgain: null },
}))
const { members } = await peopleIn(stage, volunteers)
const at = new Date('2026-03-02T10:00:00Z')

/** Everybody is away for a morning more, one after the other, as a force says so: their duty is reckoned anew. */
async function everybodyAway(): Promise<void> {
  const until = new Date(at.getTime() + 4 * 3_600_000)
  for (const { officerId } of members) {
    const span = { startsAt: at, endsAt: until, source: 'own', madeAt: at }
    await ownerDb().officerLeave.create({ data: { id: randomUUID(), officerId, ...span } })
    await asOf(at, () => ownerDb().$transaction((tx) => rebuildDuty(tx, officerId)))
  }
}

/** Milliseconds a case of one run of the job. Throws where the run left any of them. */
async function timed(count: number): Promise<number> {
  await dropCases()
  await storeWaiting(count, at, force)
  const begun = performance.now()
  const done = await asOf(at, routeCases)
  const each = (performance.now() - begun) / count
  if (done?.offered !== count)
    throw new Error(`One run offered ${String(done?.offered)} of ${String(count)}.`)
  return each
}

await everybodyAway()
// The first of all pays for connections and for code that was never run.
await timed(few)
const times = new Map<number, number[]>([few, many].map((count) => [count, []]))
for (let round = 0; round < rounds; round += 1) {
  for (const [count, found] of times) {
    // As many cases of few as fit into the noise of one run of many.
    for (let again = 0; again < (count === few ? 5 : 1); again += 1) found.push(await timed(count))
  }
}
const median = (count: number) => quantile(times.get(count) ?? [], 0.5)
for (const [count, found] of times) {
  const all = found.map((time) => time.toFixed(2)).join(' ')
  say(
    `  ${count.toLocaleString('en').padStart(6)} cases in one run: ${median(count).toFixed(2)} ms a case (${all})`,
  )
}
const growth = median(many) / median(few)
say(
  `  growth ${growth.toFixed(2)} (asked: at most ${String(asked)}), ${((median(many) * many) / 1000).toFixed(0)} s for ${many.toLocaleString('en')}`,
)
process.exit(growth <= asked ? 0 : 1)
