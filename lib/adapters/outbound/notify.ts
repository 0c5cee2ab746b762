import 'server-only'
import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { now } from '@/lib/adapters/clock'
import { env } from '@/lib/config/env'
import type { Delivery, Handed, Letter } from '@/lib/domain/outbound/letter'
import { parseTelephone } from '@/lib/domain/telephone'

/** How long GOV.UK Notify may take to answer, in milliseconds. */
const patience = 20_000

const taken = z.object({ id: z.string() })
const known = z.object({ notifications: z.array(taken) })
const followed = z.object({ status: z.string() })
const faults = z.object({ errors: z.array(z.object({ error: z.string(), message: z.string() })) })

/**
 * Hands a text or an e-mail to GOV.UK Notify, under the letter's id as reference. One that was tried before is looked for under that first: what it
 * took, and we did not hear of, is not sent twice. Refused: a number or an address that is none. Throws for all else.
 */
export async function sendByNotify(letter: Letter, again: boolean): Promise<Handed> {
  if (again) {
    const before = await ask('GET', `/v2/notifications?reference=${encodeURIComponent(letter.id)}`)
    // No answer is not a no.
    if (before.status !== 200) throw unexpected(before.status)
    const [first] = known.parse(before.body).notifications
    if (first !== undefined) return { ref: first.id }
  }
  const { status, body } = await ask(
    'POST',
    `/v2/notifications/${letter.way === 'text' ? 'sms' : 'email'}`,
    bodyOf(letter),
  )
  if (status === 201) return { ref: taken.parse(body).id }
  if (status === 400 && isOfAddress(body)) return { refused: 'refused' }
  throw unexpected(status)
}

const unexpected = (status: number) => new Error(`GOV.UK Notify answered ${String(status)}.`)

/** Whether it says that the number or the address is none. What else it calls a bad request is of our settings there, and may be mended. */
function isOfAddress(body: unknown): boolean {
  const { success, data } = faults.safeParse(body)
  return (
    success &&
    data.errors.some(
      ({ error, message }) =>
        error === 'ValidationError' && /^(?:phone_number|email_address)\b/u.test(message),
    )
  )
}

function bodyOf({ id, way, to, subject, text }: Letter) {
  const { NOTIFY_TEXT_TEMPLATE, NOTIFY_EMAIL_TEMPLATE, NOTIFY_TEXT_SENDER } = env()
  if (way === 'email')
    return {
      ...{ email_address: to, template_id: NOTIFY_EMAIL_TEMPLATE, reference: id },
      personalisation: { subject, message: text },
    }
  return {
    ...{
      // As it was typed, in which digits and with what between them, is for people.
      phone_number: parseTelephone(to) ?? to,
      template_id: NOTIFY_TEXT_TEMPLATE,
      reference: id,
      sms_sender_id: NOTIFY_TEXT_SENDER,
    },
    personalisation: { message: text },
  }
}

const failures: ReadonlySet<string> = new Set([
  ...[
    'permanent-failure',
    'temporary-failure',
    'technical-failure',
    'validation-failed',
    'virus-scan-failed',
  ],
])

/** What GOV.UK Notify knows of what it took. Throws where it does not answer. */
export async function followNotify(ref: string): Promise<Delivery> {
  const { status, body } = await ask('GET', `/v2/notifications/${encodeURIComponent(ref)}`)
  if (status !== 200) throw unexpected(status)
  const { status: state } = followed.parse(body)
  if (state === 'delivered') return 'delivered'
  return failures.has(state) ? { failed: state } : 'on-its-way'
}

async function ask(
  method: 'GET' | 'POST',
  path: string,
  body?: object,
): Promise<{ status: number; body: unknown }> {
  const { NOTIFY_URL: origin, NOTIFY_API_KEY: key = '' } = env()
  const answer = await fetch(new URL(path, origin), {
    method,
    headers: { authorization: `Bearer ${tokenOf(key)}`, 'content-type': 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: await answer.json().catch(() => null) }
}

const uuidLength = 36

/** A key is a name, the id of the service and a secret, with dashes between them; a token says who asks, and when. */
function tokenOf(key: string): string {
  const secret = key.slice(-uuidLength)
  const iss = key.slice(-2 * uuidLength - 1, -uuidLength - 1)
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const said = `${part({ typ: 'JWT', alg: 'HS256' })}.${part({ iss, iat: Math.floor(now().getTime() / 1000) })}`
  return `${said}.${createHmac('sha256', secret).update(said).digest('base64url')}`
}
