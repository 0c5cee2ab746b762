import { expect, it, vi } from 'vitest'
import { eachByItself } from './each-by-itself'

/** What was written in the log. */
const logged = vi.hoisted(() => [] as unknown[])
vi.mock('@/lib/adapters/log', () => ({ log: (...line: unknown[]) => logged.push(line) }))

const gives = (number: number) => vi.fn(() => Promise.resolve(number))

it('gives the sum of what each gives', async () => {
  expect(await eachByItself('not-done', [gives(2), gives(0), gives(3)])).toBe(5)
  expect(await eachByItself('not-done', [])).toBe(0)
})

it('does the rest where one goes wrong, logs it without its words, and throws the first when all are done', async () => {
  const last = gives(1)
  const doings = [
    gives(1),
    () => Promise.reject(new TypeError('a name of somebody')),
    () => Promise.reject(new RangeError('second')),
    last,
  ]
  await expect(eachByItself('not-done', doings)).rejects.toThrow('a name of somebody')
  expect(last).toHaveBeenCalledOnce()
  expect(logged).toEqual([
    ['error', { event: 'not-done', code: 'TypeError' }],
    ['error', { event: 'not-done', code: 'RangeError' }],
  ])
})
