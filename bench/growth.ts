// Times the queue and every dashboard at databases of the server of the settings, one for each number of cases, by turns in this one process.
// `npm run bench -- growth` starts it.
import { env } from '@/lib/config/env'
import { namedDatabase } from '../scripts/testing/worker-databases'
import { deskAt, peopleOfDemonstration } from './growth/desk'
import { ofDashboards, ofQueue } from './growth/questions'
import { databaseOfSize } from './growth/sizes'
import { quantile } from './month/figures'

const sizes = process.argv.slice(2).map(Number)
const rounds = 25
/** The first ones pay for connections, for code that was never run and for what the server has not read yet. */
const warming = 5
const parts = [
  { part: 'the queue', questions: ofQueue, most: 1.5 },
  { part: 'dashboards', questions: ofDashboards, most: 3 },
]
const say = (line: string) => process.stdout.write(`${line}\n`)

const people = peopleOfDemonstration()
const desks = sizes.map((size) => deskAt(namedDatabase(env().DATABASE_URL, databaseOfSize(size))))

/** How long each question took at each size, in milliseconds. */
const taken = new Map(
  parts.flatMap(({ questions }) => questions).map((question) => [question, sizes.map((): number[] => [])]),
)

/** Every question once at every size. Each size is the first of as many rounds as the others. */
async function askAll(round: number): Promise<void> {
  for (const [{ ask }, times] of taken) {
    for (const at of desks.keys()) {
      const turn = (at + round) % desks.length
      const begun = performance.now()
      await desks[turn]?.(() => ask(people))
      if (round >= warming) times[turn]?.push(performance.now() - begun)
    }
  }
}

for (let round = 0; round < warming + rounds; round += 1) await askAll(round)

say(
  `  medians of ${String(rounds)}, in ms, of ${sizes.map((size) => size.toLocaleString('en')).join(', ')} cases, and how many times the first the last is`,
)
let missed = 0
for (const { part, questions, most } of parts) {
  say(`\n  ${part} (asked: at most ${String(most)} times)`)
  for (const question of questions) {
    const times = (taken.get(question) ?? []).map((some) => quantile(some, 0.5))
    const growth = (times.at(-1) ?? Number.NaN) / (times[0] ?? Number.NaN)
    const isMet = growth <= most
    if (!isMet) missed += 1
    const each = times.map((time) => time.toFixed(1).padStart(9)).join('')
    say(`    ${question.name.padEnd(30)}${each}${growth.toFixed(2).padStart(8)}  ${isMet ? 'met' : 'MISSED'}`)
  }
}
say(missed === 0 ? '\n  all met' : `\n  ${String(missed)} missed`)
process.exit(missed === 0 ? 0 : 1)
