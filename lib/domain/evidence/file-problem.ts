/**
 * What can stand in the way of a file: it is empty, too large, of no kind that is taken, one too many; `today-full`: with a code, no more
 * are taken today; `broken-off`: it did not arrive whole; `busy`: too
 * much is arriving at once; `gone`: what was begun is there no more.
 */
export type FileProblem =
  'empty' | 'too-large' | 'kind' | 'too-many' | 'today-full' | 'broken-off' | 'busy' | 'gone' | 'none'

/** `unscanned` until a scanner has looked at it: none is set up, or it could not be asked. */
export const scanResults = ['unscanned', 'clean', 'found'] as const
export type ScanResult = (typeof scanResults)[number]
