import type { Instrumentation } from 'next'

/** Runs once when the server starts: from then on, failures that nobody catches are noted without their words. A force whose times cannot be kept does not start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs' && process.env.NODE_ENV === 'production') {
    const { captureConsole } = await import('@/lib/adapters/last-resort')
    captureConsole()
    const { currentForce } = await import('@/lib/config/current-force')
    currentForce()
  }
}

/** A page or handler that failed: noted by kind and place, with the digest that its visitor’s page carries. */
export const onRequestError: Instrumentation.onRequestError = async (error) => {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { noteUncaught } = await import('@/lib/adapters/last-resort')
    noteUncaught('page-failed', error)
  }
}
