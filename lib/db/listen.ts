import 'server-only'
import type pg from 'pg'
import { log } from '@/lib/adapters/log'
import { clientAs } from './connect'

/** How long to wait before listening again, in milliseconds. */
const untilAgain = 5_000

/** Something that listens; `stop` ends it. */
interface Listening {
  readonly stop: () => Promise<void>
}

/**
 * Calls `told` with what the database says on `channel`, each time, over a connection of its own. One that is lost is made anew, and `told`
 * is called with null then, as at the beginning: what was said meanwhile was missed.
 */
export function listen(url: string, channel: string, told: (said: string | null) => void): Listening {
  let client: pg.Client | null = null
  let again: NodeJS.Timeout | null = null
  let stopped = false
  const begin = async () => {
    again = null
    const one = clientAs('alongside_staff', url)
    client = one
    const lost = () => {
      if (stopped || client !== one) return
      client = null
      log('error', { event: 'jobs-unreachable' })
      again = setTimeout(() => void begin(), untilAgain)
      void one.end().catch(() => undefined)
    }
    one.on('error', lost)
    one.on('end', lost)
    one.on('notification', ({ payload }) => {
      told(payload ?? '')
    })
    try {
      await one.connect()
      await one.query(`LISTEN ${one.escapeIdentifier(channel)}`)
      told(null)
    } catch {
      lost()
    }
  }
  void begin()
  return {
    stop: async () => {
      stopped = true
      if (again !== null) clearTimeout(again)
      await client?.end().catch(() => undefined)
    },
  }
}
