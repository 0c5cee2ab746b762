// Plays a month at the database of the settings, which is to be empty, and prints it beside two simple rules. `npm run bench -- month` starts
// it twice: with `many` and with `few` volunteers.
import { currentForce } from '@/lib/config/current-force'
import { arrivalsOf } from './month/arrivals'
import { play } from './month/play'
import { productWorld } from './month/product-world'
import { isBetter, linesOf, tallyOf, type Tally } from './month/report'
import { simpleRules, simpleWorld } from './month/simple-rules'
import { volunteersOf, type Stage } from './month/volunteers'

const [seed = '20260302', sort = 'many', days = '30'] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

const sorts: Readonly<Record<string, Pick<Stage, 'volunteers' | 'casesADay' | 'posts'>>> = {
  many: { volunteers: 60, casesADay: 50 },
  // For days on end nobody is there, so that promises are later than the force aims for.
  few: { volunteers: 12, casesADay: 3, posts: 'evenings' },
}
const asked = sorts[sort]
if (asked === undefined) throw new Error(`There is: ${Object.keys(sorts).join(', ')}.`)
const stage: Stage = {
  ...{ ...asked, seed: Number(seed), days: Number(days) },
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
const isBest = ours !== undefined && others.every((other) => isBetter(ours, other))
const isSafe = ours?.unseen === 0 && world.wrong.length === 0
say(
  `  ours keeps more promises than each, and more within the target: ${isBest ? 'yes' : 'no'}; nothing unseen beyond target, nobody wrongly asked: ${isSafe ? 'yes' : 'no'}`,
)
process.exit(isBest && isSafe ? 0 : 1)
