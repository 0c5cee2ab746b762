import { connect } from 'node:net'

/** One answer, as it came over the wire. */
export interface RawAnswer {
  readonly status: number
  /** Names in lower case; of a header that came twice, both with a comma between. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Where to connect. */
export interface Place {
  readonly host: string
  readonly port: number
}

/**
 * Writes `pieces` to a fresh connection as they are, each when the one before is written, and gives everything that comes
 * back until the other side ends. Nothing is checked or put right on the way: that is what it is for. Text is latin 1.
 */
export function sendRaw({ host, port }: Place, pieces: readonly (string | Uint8Array)[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    let text = ''
    socket.setEncoding('latin1')
    socket.on('data', (chunk: string) => (text += chunk))
    // Whoever refuses need not read on: what came before it hung up is its answer.
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(text))
    for (const piece of pieces) socket.write(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece)
  })
}

/** The answers in what came back, one after another. Throws when it is none. */
export function answersIn(text: string): readonly RawAnswer[] {
  const answers: RawAnswer[] = []
  for (let rest = text; rest !== '';) {
    const { answer, after } = firstIn(rest)
    answers.push(answer)
    rest = after
  }
  return answers
}

/** Sends one request and gives its one answer. Throws when there is none, or more than one. */
export async function askRaw(place: Place, request: string): Promise<RawAnswer> {
  const [answer, ...more] = answersIn(await sendRaw(place, [request]))
  if (answer === undefined || more.length > 0)
    throw new Error(`${String(more.length)} answers too many, or none.`)
  return answer
}

function firstIn(text: string): { readonly answer: RawAnswer; readonly after: string } {
  const end = text.indexOf('\r\n\r\n')
  const [line = '', ...lines] = text.slice(0, end).split('\r\n')
  const [, status] = /^HTTP\/1\.1 (\d{3}) /u.exec(line) ?? []
  if (end === -1 || status === undefined)
    throw new Error(`This is no answer: ${JSON.stringify(text.slice(0, 80))}`)
  const headers: Record<string, string> = {}
  for (const one of lines) {
    const at = one.indexOf(':')
    const name = one.slice(0, at).toLowerCase()
    const value = one.slice(at + 1).trim()
    headers[name] = name in headers ? `${headers[name] ?? ''}, ${value}` : value
  }
  const rest = text.slice(end + 4)
  const { body, after } = bodyIn(rest, headers)
  return { answer: { status: Number(status), headers, body }, after }
}

function bodyIn(rest: string, headers: Readonly<Record<string, string>>): { body: string; after: string } {
  if (headers['transfer-encoding'] === 'chunked') return unchunked(rest)
  const length = Number(headers['content-length'] ?? rest.length)
  return { body: rest.slice(0, length), after: rest.slice(length) }
}

function unchunked(text: string): { body: string; after: string } {
  let body = ''
  let rest = text
  for (;;) {
    const end = rest.indexOf('\r\n')
    const size = parseInt(rest.slice(0, end), 16)
    if (!(size > 0)) return { body, after: rest.slice(end + 4) }
    body += rest.slice(end + 2, end + 2 + size)
    rest = rest.slice(end + 2 + size + 2)
  }
}
