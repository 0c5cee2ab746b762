import { connect } from 'node:net'

/** What came back over a bare connection. */
export interface Heard {
  readonly bytes: string
  /** The status of each answer, in order. */
  readonly statuses: readonly number[]
}

const patience = 2_500

/** Sends bytes over a connection of their own and listens until it is closed, or for as long as a person would wait. */
export function sayAndHear(origin: string, bytes: Buffer): Promise<Heard> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect({ host: hostname, port: Number(port) })
    const end = () => {
      socket.destroy()
      const all = Buffer.concat(chunks).toString('latin1')
      // An answer begins at the start of what was heard or right behind the body of the one before.
      const statuses = [...all.matchAll(/HTTP\/1\.[01] (\d{3}) /gu)].map(([, status]) => Number(status))
      resolve({ bytes: all, statuses })
    }
    socket.setTimeout(patience, end)
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('close', end)
    socket.on('error', () => undefined)
    socket.write(bytes)
  })
}
