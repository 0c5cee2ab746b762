import { request } from 'node:http'
import { deskCookie, newStaff } from '../../e2e/factories/staff-accounts.ts'
import type { Telling } from './waits.ts'

/** Makes a supervisor, in the product of DATA_DIR, and gives the cookie of a session of theirs. */
export async function signedIn(): Promise<string> {
  const { name, value } = await deskCookie(await newStaff('supervisor'))
  return `${name}=${value}`
}

/** Listens as an open queue does, and notes when it is told of new cases. `stop` hangs up. */
export function listening(
  origin: string,
  cookie: string,
): Promise<{ tellings: Telling[]; stop: () => void }> {
  const tellings: Telling[] = []
  return new Promise((resolve, reject) => {
    const call = request(new URL(`/staff/live?since=${String(Date.now())}`, origin), {
      headers: { cookie, accept: 'text/event-stream' },
    })
    call.on('error', reject)
    call.on('response', (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`Listening was answered ${String(answer.statusCode)}.`))
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        text += part
        const events = text.split('\n\n')
        text = events.pop() ?? ''
        for (const event of events) {
          const [, fresh] = /^event: queue\ndata: \{"fresh":(\d+)\}$/u.exec(event) ?? []
          if (fresh !== undefined) tellings.push({ at: performance.now(), fresh: Number(fresh) })
        }
      })
      // It ends when we hang up.
      answer.on('error', () => undefined)
      resolve({ tellings, stop: () => call.destroy() })
    })
    call.end()
  })
}
