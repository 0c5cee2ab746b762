import type { Reply, Visitor } from './visitor.ts'

/** Answers by question id; every step takes those it knows. */
export type Form = Readonly<Record<string, string | readonly string[]>>

const mostSteps = 60

/** Answers every step of a journey up to the check page. Throws where a step does not lead on. */
export async function answerAll(visitor: Visitor, first: string, form: Form): Promise<string> {
  const body = encoded(form)
  let path = first
  for (let step = 0; step < mostSteps; step += 1) {
    const reply = await visitor.post(`${path}/answer`, body)
    const next = new URL(reply.location, 'http://x').pathname
    if (reply.status !== 303 || next === path)
      throw new Error(`${path} did not lead on (${String(reply.status)}).`)
    if (next.endsWith('/check')) return next
    path = next
  }
  throw new Error(`${first} has no end.`)
}

/** Opens the check page and gives the form that sends the journey. */
export async function sendForm(visitor: Visitor, check: string): Promise<URLSearchParams> {
  const page = await visitor.get(check)
  const [, token = ''] = /name="token" value="([^"]+)"/.exec(page.body) ?? []
  if (token === '') throw new Error(`${check} has no token to send (${String(page.status)}).`)
  return new URLSearchParams({ token })
}

/** Sends a journey. Throws when it was not accepted. */
export async function send(visitor: Visitor, check: string, form: URLSearchParams): Promise<Reply> {
  const reply = await visitor.post(`${check}/send`, form)
  if (reply.status !== 303 || reply.location.endsWith('/check')) {
    throw new Error(`Not accepted: ${String(reply.status)} ${reply.location}`)
  }
  return reply
}

function encoded(form: Form): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one)
  return body
}
