import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { gathering } from './gathering'

beforeEach(() => {
  vi.useFakeTimers({ now: 100_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

/** What was handed on; `takes` says whether it is taken. */
function gatheredBy(takes: () => boolean | Promise<boolean>) {
  const told: number[] = []
  const all = gathering(3_000, (count) => {
    told.push(count)
    return takes()
  })
  return { ...all, told }
}

it('hands on at once where it was quiet, and then together', async () => {
  const { gather, told } = gatheredBy(() => true)
  gather(1)
  await vi.advanceTimersByTimeAsync(0)
  gather(1)
  gather(2)
  await vi.advanceTimersByTimeAsync(2_999)
  expect(told).toEqual([1])
  await vi.advanceTimersByTimeAsync(1)
  expect(told).toEqual([1, 3])
})

it('asks again where it was not taken, with all that came', async () => {
  let takes = false
  const { gather, told } = gatheredBy(() => takes)
  gather(1)
  await vi.advanceTimersByTimeAsync(0)
  gather(1)
  takes = true
  await vi.advanceTimersByTimeAsync(3_000)
  expect(told).toEqual([1, 2])
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).toHaveLength(2)
})

it('never comes back with what was shown by a press, though a field is still touched', async () => {
  const { gather, settle, told } = gatheredBy(() => false)
  gather(1)
  await vi.advanceTimersByTimeAsync(0)
  settle()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).toEqual([1])
  gather(1)
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toEqual([1, 1])
})

it('hands on again what came to be refused, with what came meanwhile, unless a press has shown it', async () => {
  let refuse: (taken: boolean) => void = () => undefined
  const { gather, settle, told } = gatheredBy(() => new Promise((answer) => (refuse = answer)))
  gather(1)
  await vi.advanceTimersByTimeAsync(0)
  gather(2)
  refuse(false)
  await vi.advanceTimersByTimeAsync(3_000)
  expect(told).toEqual([1, 3])
  settle()
  refuse(false)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(told).toEqual([1, 3])
})
