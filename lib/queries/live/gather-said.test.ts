import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { gatherSaid } from './gather-said'

vi.mock('@/lib/adapters/log', () => ({ log: vi.fn() }))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const told = () => vi.fn<(changed: readonly string[], here: readonly string[]) => Promise<void>>()
const changed = (caseId: string) => ({ caseId, what: 'changed' }) as const

it('hands on together what comes within a fifth of a second, each once', async () => {
  const tell = told().mockResolvedValue()
  const gathered = gatherSaid(tell)
  for (const id of ['one', 'two', 'one']) gathered.add(changed(id))
  gathered.add({ caseId: 'one', what: 'here' })
  await vi.advanceTimersByTimeAsync(199)
  expect(tell).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(tell.mock.calls).toEqual([[['one', 'two'], ['one']]])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(tell).toHaveBeenCalledTimes(1)
})

it('hands on nothing before what it handed on first is told', async () => {
  let finish: () => void = () => undefined
  const tell = told()
    .mockImplementationOnce(() => new Promise((resolve) => (finish = resolve)))
    .mockResolvedValue()
  const gathered = gatherSaid(tell)
  gathered.add(changed('one'))
  await vi.advanceTimersByTimeAsync(200)
  gathered.add(changed('two'))
  await vi.advanceTimersByTimeAsync(5_000)
  expect(tell).toHaveBeenCalledTimes(1)
  finish()
  await vi.advanceTimersByTimeAsync(200)
  expect(tell.mock.calls.slice(1)).toEqual([[['two'], []]])
})

it('hands on again what could not be told, a second later, with what came meanwhile', async () => {
  const tell = told().mockRejectedValueOnce(new Error('The database is away.')).mockResolvedValue()
  const gathered = gatherSaid(tell)
  gathered.add(changed('one'))
  await vi.advanceTimersByTimeAsync(200)
  gathered.add(changed('two'))
  await vi.advanceTimersByTimeAsync(999)
  expect(tell).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(1)
  expect(tell.mock.calls.slice(1).map(([ids]) => [...ids].sort())).toEqual([['one', 'two']])
})

it('hands on nothing once it is stopped', async () => {
  const tell = told().mockResolvedValue()
  const gathered = gatherSaid(tell)
  gathered.add(changed('one'))
  gathered.stop()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(tell).not.toHaveBeenCalled()
})
