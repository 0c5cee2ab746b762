import { expect, it } from 'vitest'
import { currentForce } from '@/lib/config/current-force'
import { ownDatabase } from '../../scripts/testing/own-database'
import { arrivalsOf } from './arrivals'
import { play } from './play'
import { productWorld } from './product-world'
import { tallyOf } from './report'
import { volunteersOf, type Stage } from './volunteers'

// It routes every case there is.
await ownDatabase()

it('three days with ten volunteers: nobody is asked who must not be, and nothing is unseen beyond the target', async () => {
  const stage: Stage = {
    ...{ seed: 3, days: 3, volunteers: 10, casesADay: 8, from: '2026-03-27', force: currentForce() },
  }
  const volunteers = volunteersOf(stage)
  const arrivals = arrivalsOf(stage)
  const world = await productWorld(stage, volunteers, arrivals)
  const played = await play(stage, volunteers, world)
  const tally = tallyOf('short', stage, volunteers, played)
  expect(played.outcomes).toHaveLength(arrivals.length)
  expect(await world.asked()).toBeGreaterThan(5)
  expect(world.wrong).toEqual([])
  expect(tally.unseen).toBe(0)
  expect(tally.kept).toBeGreaterThan(0)
})
