import { expect, test } from 'vitest'
import { PoolFullError, workPool } from './work-pool'

test('no more than the given number run at once, all run, and a failure frees its slot', async () => {
  const run = workPool(4)
  let now = 0
  let most = 0
  const results = await Promise.allSettled(
    Array.from({ length: 30 }, (_, index) =>
      run(async () => {
        now += 1
        most = Math.max(most, now)
        await new Promise<void>((resolve) => setImmediate(resolve))
        now -= 1
        if (index % 3 === 0) throw new Error('failed')
        return index
      }),
    ),
  )
  expect(most).toBe(4)
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(20)
})

test('a full pool refuses at once, runs what it took, and takes more when there is room again', async () => {
  const run = workPool(1, 2)
  const gates: (() => void)[] = []
  const held = () => new Promise<void>((resolve) => gates.push(resolve))
  const taken = [run(held), run(held), run(held)]
  let started = false
  await expect(run(() => Promise.resolve((started = true)))).rejects.toBeInstanceOf(PoolFullError)
  expect(started).toBe(false)
  for (const piece of taken) {
    await new Promise<void>((resolve) => setImmediate(resolve))
    gates.shift()?.()
    await piece
  }
  expect(await run(() => Promise.resolve('again'))).toBe('again')
})
