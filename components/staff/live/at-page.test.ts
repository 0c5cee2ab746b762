import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { atPage } from './at-page'

const acts = { ask: vi.fn(), typed: vi.fn(), leave: vi.fn() }

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('document', new EventTarget())
  vi.stubGlobal('window', new EventTarget())
  vi.clearAllMocks()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('says that the page is open each twenty seconds, and when it comes into view', () => {
  atPage(acts)
  vi.advanceTimersByTime(60_000)
  document.dispatchEvent(new Event('visibilitychange'))
  expect(acts.ask).toHaveBeenCalledTimes(4)
  document.dispatchEvent(new Event('input'))
  expect(acts.typed).toHaveBeenCalledTimes(1)
  expect(acts.leave).not.toHaveBeenCalled()
})

it('says that the page was left: by the browser, or because another is drawn in its place', () => {
  const end = atPage(acts)
  window.dispatchEvent(new Event('pagehide'))
  expect(acts.leave).toHaveBeenCalledTimes(1)
  end()
  expect(acts.leave).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(60_000)
  window.dispatchEvent(new Event('pagehide'))
  expect(acts.ask).not.toHaveBeenCalled()
  expect(acts.leave).toHaveBeenCalledTimes(2)
})
