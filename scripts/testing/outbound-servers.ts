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
  /** What it answers: takes letters, hangs up before it says that it took one, or refuses whom it is for or from, or the words. */
  mode: 'takes' | 'hangs-up' | keyof typeof refusals
  readonly stop: () => Promise<void>
}

/** At which command a mail server refuses, and with what. */
const refusals = {
  later: { to: 'RCPT', code: 451, text: 'Not now' },
  never: { to: 'RCPT', code: 550, text: 'No such mailbox' },
  'no-relay': { to: 'RCPT', code: 554, text: '5.7.1 Relay access denied' },
  'no-sender': { to: 'MAIL', code: 550, text: 'Sender not allowed' },
  'no-words': { to: 'DATA', code: 554, text: 'Not such words' },
} as const

/** Starts one on a free port. */
export async function startMailServer(): Promise<MailServer> {
  const letters: MailServer['letters'] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    // What it says of its policy is in its text alone.
    hideENHANCEDSTATUSCODES: true,
    onMailFrom: (_address, _session, done) => {
      done(refusalOf(mail.mode, 'MAIL'))
    },
    onRcptTo: (_address, _session, done) => {
      done(refusalOf(mail.mode, 'RCPT'))
    },
    onData: (stream, session, done) => {
      void textOf(stream).then((raw) => {
        const refused = refusalOf(mail.mode, 'DATA')
        if (refused !== null) {
          done(refused)
          return
        }
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

function refusalOf(mode: MailServer['mode'], command: string): Error | null {
  if (mode === 'takes' || mode === 'hangs-up') return null
  const { to, code, text } = refusals[mode]
  return to === command ? Object.assign(new Error(text), { responseCode: code }) : null
}

/** A stand-in for GOV.UK Notify that speaks its protocol over real HTTP. */
export interface TextServer {
  readonly url: string
  /** A key it knows. */
  readonly key: string
  /** What it took, as it was asked. */
  readonly taken: { readonly id: string; readonly path: string; readonly body: Record<string, unknown> }[]
  /**
   * What it answers: takes what it is given, fails, refuses the number or says that the key is for its own team, or takes it and fails before it
   * says so. `mute` takes what it is given and tells nothing of what it took.
   */
  mode: 'takes' | 'fails' | 'refuses' | 'team-only' | 'loses' | 'mute'
  /** Where it was asked what became of something. */
  readonly asked: string[]
  /** What it says became of what it took. */
  status: string
  readonly stop: () => Promise<void>
}

const faults = {
  refuses: { error: 'ValidationError', message: 'phone_number Not enough digits' },
  'team-only': {
    error: 'BadRequestError',
    message: 'Can’t send to this recipient using a team-only API key',
  },
} as const

/** Starts one on a free port. */
export async function startTextServer(): Promise<TextServer> {
  const [service, secret] = [randomUUID(), randomUUID()]
  const taken: TextServer['taken'] = []
  const asked: TextServer['asked'] = []
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
    asked.push(path.pathname)
    if (texts.mode === 'mute') return { status: 429, body: {} }
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
    if (texts.mode === 'refuses' || texts.mode === 'team-only')
      return { status: 400, body: { errors: [faults[texts.mode]] } }
    const id = randomUUID()
    taken.push({ id, path, body })
    return texts.mode === 'loses' ? { status: 503, body: {} } : { status: 201, body: { id } }
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const texts: TextServer = {
    ...{ url: `http://127.0.0.1:${String(port)}`, key: `name-${service}-${secret}`, taken, asked },
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
