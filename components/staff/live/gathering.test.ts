import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { gathering } from './gathering'

beforeEach(() => {
  vi.useFakeTimers({ now: 100_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

/** What was handed on; `takes` says whether it is taken. */
function gatheredBy(takes: () => boolean) {
  const told: number[] = []
  const all = gathering(3_000, (count) => {
    told.push(count)
    return takes()
  })
  return { ...all, told }
}

it('hands on at once where it was quiet, and then together', () => {
  const { gather, told } = gatheredBy(() => true)
  gather(1)
  vi.advanceTimersByTime(0)
  gather(1)
  gather(2)
  vi.advanceTimersByTime(2_999)
  expect(told).toEqual([1])
  vi.advanceTimersByTime(1)
  expect(told).toEqual([1, 3])
})

it('asks again where it was not taken, with all that came', () => {
  let takes = false
  const { gather, told } = gatheredBy(() => takes)
  gather(1)
  vi.advanceTimersByTime(0)
  gather(1)
  takes = true
  vi.advanceTimersByTime(3_000)
  expect(told).toEqual([1, 2])
  vi.advanceTimersByTime(60_000)
  expect(told).toHaveLength(2)
})

it('never comes back with what was shown by a press, though a field is still touched', () => {
  const { gather, settle, told } = gatheredBy(() => false)
  gather(1)
  vi.advanceTimersByTime(0)
  settle()
  vi.advanceTimersByTime(60_000)
  expect(told).toEqual([1])
  gather(1)
  vi.advanceTimersByTime(0)
  expect(told).toEqual([1, 1])
})
