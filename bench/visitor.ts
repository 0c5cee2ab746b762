import { Agent, request } from 'node:http'

export interface Reply {
  readonly status: number
  readonly location: string
  readonly body: string
  /** Bytes of the body as they came over the wire. */
  readonly bytes: number
}

/** Somebody at a browser without JavaScript: keeps cookies, posts forms, and follows nothing by itself. */
export interface Visitor {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Reply>
  readonly post: (path: string, form: URLSearchParams) => Promise<Reply>
  readonly cookie: () => string
}

/** A new visitor of the site at `origin`, with connections of their own, who holds `held` cookies and sends `always` headers. */
export function newVisitor(
  origin: string,
  agent = new Agent({ keepAlive: true }),
  held: ReadonlyMap<string, string> = new Map(),
  always: Readonly<Record<string, string>> = {},
): Visitor {
  const cookies = new Map(held)
  const header = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const send = (method: string, path: string, headers: Record<string, string>, body = '') =>
    exchange(
      new URL(path, origin),
      { method, agent, headers: { ...always, ...headers, cookie: header() } },
      body,
      cookies,
    )
  const formHeaders = { 'content-type': 'application/x-www-form-urlencoded', origin }
  return {
    get: (path, headers = {}) => send('GET', path, headers),
    post: (path, form) => send('POST', path, formHeaders, form.toString()),
    cookie: header,
  }
}

interface Wire {
  readonly method: string
  readonly agent: Agent
  readonly headers: Record<string, string>
}

function exchange(url: URL, wire: Wire, body: string, cookies: Map<string, string>): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const call = request(url, wire, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        for (const line of response.headers['set-cookie'] ?? []) keep(cookies, line)
        const all = Buffer.concat(chunks)
        const status = response.statusCode ?? 0
        resolve({
          status,
          location: response.headers.location ?? '',
          body: all.toString('utf8'),
          bytes: all.length,
        })
      })
    })
    call.on('error', (error: NodeJS.ErrnoException) => {
      // A kept connection that the server has closed meanwhile: the request never reached it.
      if (call.reusedSocket && error.code === 'ECONNRESET') resolve(exchange(url, wire, body, cookies))
      else reject(error)
    })
    call.end(body)
  })
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const [name = '', value = ''] = pair.split('=')
  if (value === '') cookies.delete(name)
  else cookies.set(name, value)
}
