import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { countedLog } from './counted-log'
import { log } from './log'

vi.mock('./log', () => ({ log: vi.fn() }))
const logged = vi.mocked(log)

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  logged.mockClear()
})

it('counts what strangers do and says it once a minute, however much it is', () => {
  const note = countedLog('request-refused')
  for (let time = 0; time < 10_000; time += 1) note(time % 10 === 0 ? 'too-large' : 'other-site')
  expect(logged).not.toHaveBeenCalled()
  vi.advanceTimersByTime(60_000)
  expect(logged.mock.calls).toEqual([
    ['warn', { event: 'request-refused', code: 'too-large', count: 1_000 }],
    ['warn', { event: 'request-refused', code: 'other-site', count: 9_000 }],
  ])
  vi.advanceTimersByTime(600_000)
  expect(logged).toHaveBeenCalledTimes(2)
  note('other-site')
  vi.advanceTimersByTime(60_000)
  expect(logged).toHaveBeenLastCalledWith('warn', { event: 'request-refused', code: 'other-site', count: 1 })
})
