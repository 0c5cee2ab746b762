import type { Server } from 'node:http'

/** Time for what is being answered to be finished, in milliseconds; less than whoever asked us to end waits. */
const grace = 8_000

/**
 * Ends `server` when this program is asked to end, or when the program that started it has gone, however that ended: takes
 * nothing new, finishes what it is answering, and then ends with 0.
 */
export function endWhenAsked(server: Server): void {
  let ending = false
  const end = () => {
    if (ending) return
    ending = true
    const cut = setTimeout(() => server.closeAllConnections(), grace)
    server.close(() => {
      clearTimeout(cut)
      process.exit(0)
    })
    // A connection is idle only when its answer is finished, and would then be kept for another request.
    setInterval(() => server.closeIdleConnections(), 50)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
  // The channel to the parent closes when the parent is gone, even when it was given no time to say so.
  process.on('disconnect', end)
}
