import 'server-only'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { once } from 'node:events'
import { log } from '@/lib/adapters/log'
import { env } from '@/lib/config/env'
import type { ScanResult } from '@/lib/domain/evidence/file-problem'

/** How long the daemon may say nothing, in milliseconds. */
const silence = 30_000

/** Whether a daemon is set up to scan files. */
export function hasScanner(): boolean {
  return env().CLAMD_ADDRESS !== undefined
}

/** Whether the daemon answers. */
export async function isScannerThere(): Promise<boolean> {
  return (
    (await ask(async (socket) => {
      socket.write('zPING\0')
      await Promise.resolve()
    })) === 'PONG'
  )
}

/**
 * Has ClamAV's daemon look at bytes as they come. `unscanned` where none is set up, and where it cannot be reached, is too slow or answers anything
 * that is not an answer: what has not been looked at is never called clean. What reading the bytes throws is thrown.
 */
export async function scan(bytes: AsyncIterable<Uint8Array>): Promise<ScanResult> {
  const failed: { error?: Error } = {}
  const answer = await ask(async (socket) => {
    socket.write('zINSTREAM\0')
    try {
      for await (const piece of bytes) await send(socket, piece)
    } catch (error) {
      failed.error = error instanceof Error ? error : new Error('The bytes could not be read.')
      socket.destroy()
      return
    }
    socket.write(Buffer.alloc(4))
  })
  if (failed.error !== undefined && !(failed.error instanceof Unreachable)) throw failed.error
  if (answer === 'stream: OK') return 'clean'
  if (answer !== null && /^stream: .+ FOUND$/u.test(answer)) return 'found'
  if (hasScanner()) log('warn', { event: 'file-not-scanned' })
  return 'unscanned'
}

/** The daemon hung up. */
class Unreachable extends Error {}

/** One piece with its length before it, no faster than it is taken. */
async function send(socket: Socket, piece: Uint8Array): Promise<void> {
  if (socket.destroyed || !socket.writable) throw new Unreachable()
  const length = Buffer.alloc(4)
  length.writeUInt32BE(piece.length)
  socket.write(length)
  if (!socket.write(Buffer.from(piece))) await Promise.race([once(socket, 'drain'), once(socket, 'close')])
}

/** What the daemon answers, without what ends it; null where it gives no answer. */
async function ask(say: (socket: Socket) => Promise<void>): Promise<string | null> {
  const { CLAMD_ADDRESS: address } = env()
  if (address === undefined) return null
  const socket = connectTo(address)
  const answered = answerOf(socket)
  await say(socket)
  return answered
}

function answerOf(socket: Socket): Promise<string | null> {
  return new Promise((resolve) => {
    let answer = ''
    socket.setTimeout(silence, () => socket.destroy())
    socket.on('error', () => socket.destroy())
    socket.on('data', (data: Buffer) => {
      answer += data.toString('utf8').slice(0, 1000)
      if (answer.includes('\0') || answer.length >= 1000) socket.end()
    })
    socket.on('close', () => {
      const end = answer.indexOf('\0')
      resolve(end === -1 ? null : answer.slice(0, end))
    })
  })
}

function connectTo(address: string): Socket {
  if (address.startsWith('unix:')) return connect(address.slice('unix:'.length))
  const { hostname, port } = new URL(address)
  return connect(Number(port), hostname)
}
