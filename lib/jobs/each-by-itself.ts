import { log } from '@/lib/adapters/log'

/**
 * Does one thing after another. One that goes wrong holds up no other: it is logged as `event`, with no word of what it was about, and the first of
 * them is thrown once all are done, so that whoever runs the job knows. Gives the sum of what they give.
 */
export async function eachByItself(event: string, doings: Iterable<() => Promise<number>>): Promise<number> {
  const failures: unknown[] = []
  let sum = 0
  for (const doIt of doings)
    try {
      sum += await doIt()
    } catch (error) {
      log('error', { event, code: error instanceof Error ? error.name : 'unknown' })
      failures.push(error)
    }
  if (failures.length > 0) throw failures[0]
  return sum
}
