/** An answer as somebody outside has it, without what differs from one answer to the next by design. */
export interface Answer {
  readonly status: number
  readonly location: string | null
  readonly headers: readonly string[]
  readonly body: string
}

const ownToEach = /^(date|content-security-policy|connection|keep-alive)$/

/** Asks for an address and follows nothing. A POST is a form's of the site itself. */
export async function ask(origin: string, path: string, method = 'GET'): Promise<Answer> {
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin }
  const answer = await fetch(new URL(path, origin), {
    method,
    redirect: 'manual',
    ...(method === 'POST' ? { headers: form, body: 'version=1' } : {}),
  })
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? 'none'
  return {
    status: answer.status,
    location: answer.headers.get('location'),
    headers: [...answer.headers]
      .filter(([name]) => !ownToEach.test(name))
      .map(([name, value]) => `${name}: ${value}`),
    body: (await answer.text()).replaceAll(nonce, ''),
  }
}
