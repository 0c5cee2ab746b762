import { routeAt } from './routes'

/** Set by the edge on what is sent over the budget of its part of the network. */
export const laneHeader = 'x-alongside-lane'

/** Set by the edge on the pages around sending, while more is sent than the threshold. */
export const busyHeader = 'x-alongside-busy'

/** What is asked of a request's headers. */
interface Asked {
  readonly get: (name: string) => string | null
}

/** Whether this sending goes to the slow lane. */
export function isSlow(headers: Asked): boolean {
  return headers.get(laneHeader) === 'slow'
}

/** Whether more is being sent than the threshold, so that sending costs a puzzle or a little time. */
export function isBusy(headers: Asked): boolean {
  return headers.get(busyHeader) === 'yes'
}

/** Set by us on the answer to what was sent and accepted just now. */
export const acceptedHeader = 'x-alongside-accepted'

const check = '/[locale]/[journey]/check'

/** What an address has to do with sending to us: it sends, it is a page around that, or nothing. */
export function sendingAt(path: string): 'sends' | 'around' | null {
  const route = routeAt(path)?.path
  if (route === `${check}/send`) return 'sends'
  return route === check || route === `${check}/wait` ? 'around' : null
}
