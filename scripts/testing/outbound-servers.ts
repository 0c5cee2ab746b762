import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json, text as textOf } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** A mail server that really listens. */
export interface MailServer {
  readonly url: string
  /** Every letter it took, head and all, with whom it was for. */
  readonly letters: { readonly to: string; readonly raw: string }[]
  /** What it answers: takes letters, refuses them for now or for good, or takes them and hangs up before it says so. */
  mode: 'takes' | 'later' | 'never' | 'hangs-up'
  readonly stop: () => Promise<void>
}

/** Starts one on a free port. */
export async function startMailServer(): Promise<MailServer> {
  const letters: MailServer['letters'] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => {
      const code = { takes: 0, 'hangs-up': 0, later: 451, never: 550 }[mail.mode]
      done(code === 0 ? null : Object.assign(new Error('Not this one.'), { responseCode: code }))
    },
    onData: (stream, session, done) => {
      void textOf(stream).then((raw) => {
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(' '), raw })
        if (mail.mode === 'hangs-up') done(Object.assign(new Error('Lost.'), { responseCode: 421 }))
        else done()
      })
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  const mail: MailServer = {
    url: `smtp://127.0.0.1:${String(port)}`,
    letters,
    mode: 'takes',
    stop: () => new Promise((done) => server.close(done)),
  }
  return mail
}

/** A stand-in for GOV.UK Notify that speaks its protocol over real HTTP. */
export interface TextServer {
  readonly url: string
  /** A key it knows. */
  readonly key: string
  /** What it took, as it was asked. */
  readonly taken: { readonly id: string; readonly path: string; readonly body: Record<string, unknown> }[]
  /** What it answers: takes what it is given, fails, refuses, or takes it and fails before it says so. */
  mode: 'takes' | 'fails' | 'refuses' | 'loses'
  /** What it says became of what it took. */
  status: string
  readonly stop: () => Promise<void>
}

/** Starts one on a free port. */
export async function startTextServer(): Promise<TextServer> {
  const [service, secret] = [randomUUID(), randomUUID()]
  const taken: TextServer['taken'] = []
  const server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
  })
  const answer = async (request: IncomingMessage) => {
    const path = new URL(request.url ?? '/', 'http://stand-in.test')
    if (!isSigned(request.headers.authorization ?? '', service, secret)) return { status: 403, body: {} }
    if (request.method === 'POST')
      return take(path.pathname, (await json(request)) as Record<string, unknown>)
    const reference = path.searchParams.get('reference')
    if (reference !== null)
      return {
        status: 200,
        body: { notifications: taken.filter(({ body }) => body.reference === reference) },
      }
    return { status: 200, body: { status: texts.status } }
  }
  const take = (path: string, body: Record<string, unknown>) => {
    if (texts.mode === 'fails') return { status: 500, body: {} }
    if (texts.mode === 'refuses') return { status: 400, body: { errors: [] } }
    const id = randomUUID()
    taken.push({ id, path, body })
    return texts.mode === 'loses' ? { status: 503, body: {} } : { status: 201, body: { id } }
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const texts: TextServer = {
    ...{ url: `http://127.0.0.1:${String(port)}`, key: `name-${service}-${secret}`, taken },
    ...{ mode: 'takes', status: 'sending' },
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => {
          done()
        })
      }),
  }
  return texts
}

/** Whether a token says who asks, and is signed with the secret they share. */
function isSigned(header: string, service: string, secret: string): boolean {
  const [head = '', claims = '', mark = ''] = header.replace('Bearer ', '').split('.')
  const said = JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}') as { iss?: string }
  return (
    said.iss === service &&
    mark === createHmac('sha256', secret).update(`${head}.${claims}`).digest('base64url')
  )
}
