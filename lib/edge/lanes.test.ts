import fc from 'fast-check'
import { afterEach, expect, it, vi } from 'vitest'
import { createLanes } from './lanes'

const minute = 60_000

function lanes(settings: { perHour?: number; puzzlePerMinute?: number; mostParts?: number } = {}) {
  let at = 1_000_000
  const made = createLanes({ perHour: 3, puzzlePerMinute: 5, mostParts: 100, ...settings }, () => at)
  /** One that is sent and accepted. */
  const take = (address: string | null) => {
    const lane = made.laneOf(address)
    made.count(address)
    return lane
  }
  return { ...made, take, wait: (milliseconds: number) => (at += milliseconds) }
}

const times = <T>(count: number, act: () => T) => Array.from({ length: count }, act)

it('what is not accepted uses up nobody’s budget and makes nobody wait', () => {
  const { laneOf, take, isBusy } = lanes()
  expect(new Set(times(50, () => laneOf('192.0.2.1')))).toEqual(new Set(['usual']))
  expect(isBusy()).toBe(false)
  expect(take('192.0.2.1')).toBe('usual')
})

it('what is over the budget of a part goes to the slow lane, and the part next door does not', () => {
  const { take } = lanes()
  expect(times(5, () => take('192.0.2.1'))).toEqual(['usual', 'usual', 'usual', 'slow', 'slow'])
  expect(take('192.0.2.99')).toBe('slow')
  expect(take('192.0.3.1')).toBe('usual')
  expect(take('2001:db8::1')).toBe('usual')
})

it('the budget comes back with time, and never to more than it was', () => {
  const { take, wait } = lanes()
  times(9, () => take('192.0.2.1'))
  wait(20 * minute)
  expect(times(2, () => take('192.0.2.1'))).toEqual(['usual', 'slow'])
  wait(24 * 60 * minute)
  expect(times(4, () => take('192.0.2.1'))).toEqual(['usual', 'usual', 'usual', 'slow'])
})

it('this machine itself is in the usual lane and is not counted', () => {
  const { take, isBusy } = lanes()
  expect(new Set(times(50, () => take(null)))).toEqual(new Set(['usual']))
  expect(isBusy()).toBe(false)
})

it('whose address nobody can tell is in the usual lane, and counts among all', () => {
  const { take, isBusy } = lanes()
  expect(new Set(times(50, () => take('unknown')))).toEqual(new Set(['usual']))
  expect(isBusy()).toBe(true)
})

it('is busy from the threshold on, until a minute has passed', () => {
  const { take, isBusy, wait } = lanes()
  const heard = times(5, () => {
    const before = isBusy()
    take('192.0.2.1')
    wait(1_000)
    return before
  })
  expect([...heard, isBusy()]).toEqual([false, false, false, false, false, true])
  wait(55_000)
  expect(isBusy()).toBe(false)
})

it('without a threshold it is never busy', () => {
  const { take, isBusy } = lanes({ puzzlePerMinute: 0 })
  times(100, () => take('192.0.2.1'))
  expect(isBusy()).toBe(false)
})

it('remembers no more parts than it may, the last ones first', () => {
  const { take } = lanes({ mostParts: 2, perHour: 1 })
  for (const part of [1, 2, 3]) take(`192.0.${String(part)}.1`)
  expect(take('192.0.3.1')).toBe('slow')
  expect(take('192.0.1.1')).toBe('usual')
})

it('never lets more than budget and what came back into the usual lane, and refuses nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 90 * minute }), { maxLength: 60 }), (pauses) => {
      const { take, wait } = lanes({ perHour: 6 })
      let passed = 0
      let usual = 0
      for (const pause of pauses) {
        wait(pause)
        passed += pause
        if (take('192.0.2.1') === 'usual') usual += 1
        expect(usual).toBeLessThanOrEqual(6 + passed / (10 * minute) + 1e-6)
      }
      const slowly = lanes({ perHour: 6 })
      times(pauses.length, () => {
        slowly.wait(10 * minute)
        expect(slowly.take('192.0.2.1')).toBe('usual')
      })
    }),
  )
})

afterEach(() => {
  vi.useRealTimers()
})

it('each part of the network is forgotten when its hour is over, though nothing more is sent', () => {
  vi.useFakeTimers()
  const { laneOf, count, remembered } = createLanes({ perHour: 3, puzzlePerMinute: 5, mostParts: 100 })
  count('192.0.2.1')
  vi.advanceTimersByTime(40 * minute)
  count('192.0.3.1')
  vi.advanceTimersByTime(19 * minute)
  expect(remembered()).toBe(2)
  vi.advanceTimersByTime(minute)
  expect(remembered()).toBe(1)
  vi.advanceTimersByTime(40 * minute)
  expect(remembered()).toBe(0)
  expect(laneOf('192.0.2.1')).toBe('usual')
  expect(vi.getTimerCount()).toBe(0)
})
