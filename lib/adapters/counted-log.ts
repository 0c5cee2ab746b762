import 'server-only'
import { log } from './log'

const quiet = 60_000

/**
 * For what strangers can make happen as often as they like: counts by code, a word of ours, and writes a line for each code
 * at most once a minute.
 */
export function countedLog(event: string): (code: string) => void {
  const counts = new Map<string, number>()
  const flush = () => {
    for (const [code, count] of counts) log('warn', { event, code, count })
    counts.clear()
  }
  return (code) => {
    if (counts.size === 0) setTimeout(flush, quiet).unref()
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
}
