import { request } from 'node:http'
import { generateSync, createGuardrails } from 'otplib'
import { newVisitor } from '../visitor.ts'
import type { Telling } from './waits.ts'

/** Of the demonstration's accounts: see README. */
const account = { email: 'supervisor@example.test', password: 'Alongside-demo-2026' }
const secret = 'JBSWY3DPEHPK3PXP'

/** Signs a supervisor of the demonstration in and gives the cookies of their browser. */
export async function signedIn(origin: string): Promise<string> {
  const visitor = newVisitor(origin)
  const code = generateSync({ secret, guardrails: createGuardrails({ MIN_SECRET_BYTES: 10 }) })
  const reply = await visitor.post('/staff/sign-in/answer', new URLSearchParams({ ...account, code }))
  if (!reply.location.endsWith('/staff')) throw new Error(`Signing in led to ${reply.location}.`)
  return visitor.cookie()
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
