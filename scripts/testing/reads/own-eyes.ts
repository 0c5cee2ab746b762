import { AsyncLocalStorage } from 'node:async_hooks'
import * as asReporter from '@/lib/sealing/open-as-reporter'
import * as intake from '@/lib/sealing/open'
import * as given from '@/lib/sealing/open-with'

/** Kept on the global object: a test may load modules anew. */
const held = globalThis as { alongsideOwnEyes?: AsyncLocalStorage<true> }
const looking = (held.alongsideOwnEyes ??= new AsyncLocalStorage())

/** Whether a test itself is looking, to see that something is sealed: that is no read of the product's. */
export const isTestLooking = (): boolean => looking.getStore() === true

/** Runs what a test opens itself. */
export function ownEyes<T>(work: () => T): T {
  return looking.run(true, work)
}

export const openBox: typeof intake.openBox = (...args) => ownEyes(() => intake.openBox(...args))
export const openWith: typeof given.openWith = (...args) => ownEyes(() => given.openWith(...args))
export const openAsReporter: typeof asReporter.openAsReporter = (...args) =>
  ownEyes(() => asReporter.openAsReporter(...args))
