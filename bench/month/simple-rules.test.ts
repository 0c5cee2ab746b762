import { expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { arrivalsOf } from './arrivals'
import { simpleRules, simpleWorld } from './simple-rules'
import { volunteersOf, type Stage } from './volunteers'

const stage: Stage = {
  ...{ seed: 7, days: 30, volunteers: 20, casesADay: 20, from: '2026-03-02', force: hertfordshire },
}

it('what those at the desk give by name is theirs to whom it is given, as in the product, and nobody is asked', async () => {
  const found = arrivalsOf(stage).find((one) => one.wantsOfficer && !one.restricted)
  if (found === undefined) throw new Error('Nothing came in.')
  const arrival = { ...found, namesExclusion: true }
  const at = new Date(arrival.receivedAt.getTime() + 60_000)
  const rule = simpleRules['round-robin by district']
  const world = simpleWorld(stage, volunteersOf(stage), [arrival], rule, false)
  await world.turn(at)
  const [before] = await world.open()
  if (before === undefined) throw new Error('Nothing is open.')
  expect(before).toMatchObject({ askedOf: null, heldBy: null })
  expect(await world.act({ do: 'give', about: before, by: 'desk' }, at)).toBe(true)
  const [after] = await world.open()
  expect(after).toMatchObject({ askedOf: null, heldSince: at })
  expect(after?.heldBy).not.toBeNull()
})
