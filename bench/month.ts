// Plays a month at the database of the settings, which is to be empty, and prints it beside two simple rules. `npm run bench -- month` starts it.
import { currentForce } from '@/lib/config/current-force'
import { arrivalsOf } from './month/arrivals'
import { play } from './month/play'
import { productWorld } from './month/product-world'
import { linesOf, tallyOf, type Tally } from './month/report'
import { simpleRules, simpleWorld } from './month/simple-rules'
import { volunteersOf, type Stage } from './month/volunteers'

const [seed = '20260302', days = '30'] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

const stage: Stage = {
  ...{ seed: Number(seed), days: Number(days), volunteers: 60, casesADay: 50 },
  // The clocks go forward in it.
  ...{ from: '2026-03-02', force: currentForce() },
}
const volunteers = volunteersOf(stage)
const arrivals = arrivalsOf(stage)
say(
  `  ${String(stage.days)} days from ${stage.from}, ${String(volunteers.length)} volunteers, ${String(arrivals.length)} cases, seed ${seed}`,
)

const tallies: Tally[] = []
const begun = performance.now()
const world = await productWorld(stage, volunteers, arrivals)
const played = await play(stage, volunteers, world, (day) => {
  if (day % 5 === 0)
    say(`  day ${String(day)} is over after ${((performance.now() - begun) / 1000).toFixed(0)} s`)
})
tallies.push(tallyOf('routing of the product', stage, volunteers, played))
say(
  `  asked: ${String(await world.asked())} offers, ${String(played.declined)} declined, ${String(world.wrong.length)} to somebody who must not be asked`,
)

for (const isWatched of [true, false]) {
  for (const [name, rule] of Object.entries(simpleRules)) {
    const other = simpleWorld(stage, volunteers, arrivals, rule, isWatched)
    const label = `${name}${isWatched ? ', watched' : ''}`
    tallies.push(tallyOf(label, stage, volunteers, await play(stage, volunteers, other)))
  }
}
for (const line of linesOf(tallies)) say(line)

const [ours, ...others] = tallies
const isBetter = ours !== undefined && others.every(({ kept }) => ours.kept > kept)
const isSafe = ours?.unseen === 0 && world.wrong.length === 0
say(
  `  ours keeps more promises than each: ${isBetter ? 'yes' : 'no'}; nothing unseen beyond its promise, nobody wrongly asked: ${isSafe ? 'yes' : 'no'}`,
)
process.exit(isBetter && isSafe ? 0 : 1)
