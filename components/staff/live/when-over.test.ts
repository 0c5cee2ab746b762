import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { whenOver } from './when-over'

const hour = 3_600_000

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', new EventTarget())
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('tells once, when the time has gone by', () => {
  const tell = vi.fn()
  whenOver(hour, tell)
  vi.advanceTimersByTime(hour - 1)
  expect(tell).not.toHaveBeenCalled()
  vi.advanceTimersByTime(5_000)
  expect(tell).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(hour)
  expect(tell).toHaveBeenCalledTimes(1)
})

it('tells as soon as somebody looks again after a sleep, in which no timer ran', () => {
  const tell = vi.fn()
  whenOver(hour, tell)
  vi.setSystemTime(Date.now() + 2 * hour)
  document.dispatchEvent(new Event('visibilitychange'))
  expect(tell).toHaveBeenCalledTimes(1)
})

it('tells nothing once it is stopped', () => {
  const tell = vi.fn()
  whenOver(hour, tell)()
  vi.advanceTimersByTime(2 * hour)
  document.dispatchEvent(new Event('visibilitychange'))
  expect(tell).not.toHaveBeenCalled()
})
