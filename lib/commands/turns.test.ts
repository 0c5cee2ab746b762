import { expect, test } from 'vitest'
import { turns } from './turns'

const tick = () => new Promise<void>((resolve) => setImmediate(resolve))

test('work with one key never overlaps, keeps its order, and goes on after a failure', async () => {
  const inTurn = turns()
  const log: string[] = []
  const work = (name: string) => async () => {
    log.push(`${name} starts`)
    await tick()
    log.push(`${name} ends`)
    if (name === 'b') throw new Error('failed')
    return name
  }
  const results = await Promise.allSettled(['a', 'b', 'c'].map((name) => inTurn('key', work(name))))
  expect(log).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends'])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('work with another key does not wait', async () => {
  const inTurn = turns()
  let release: () => void = () => undefined
  const held = inTurn('one', () => new Promise<void>((resolve) => (release = resolve)))
  expect(await inTurn('two', () => Promise.resolve('done'))).toBe('done')
  release()
  await held
})
