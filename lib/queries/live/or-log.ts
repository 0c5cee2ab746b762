import 'server-only'
import { log } from '@/lib/adapters/log'

/** What fails ends nothing else. False where it did. */
export async function orLog(work: Promise<void>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    log('error', { event: 'live-failed', code: error instanceof Error ? error.name : 'unknown' })
    return false
  }
}
