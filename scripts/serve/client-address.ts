import type { IncomingMessage } from 'node:http'
import { isIP, type BlockList } from 'node:net'

/** Somebody behind a trusted proxy that does not say who. */
export const unknownAddress = 'unknown'

/**
 * Who is asking: the address of the connection or, behind a proxy that is trusted, the last address it or those before it
 * did not put there themselves, or `unknownAddress` where that is none. Null is this machine itself.
 */
export function clientAddress({ socket, headers }: IncomingMessage, trusted: BlockList): string | null {
  const peer = plain(socket.remoteAddress ?? '')
  if (!isIn(trusted, peer)) return isThisMachine(peer) ? null : peer
  const said = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  const client = said.map((one) => plain(one.trim())).findLast((one) => !isIn(trusted, one))
  return client === undefined || isIP(client) === 0 ? unknownAddress : client
}

/**
 * Whether a request came through a proxy on this machine that is not trusted: nobody behind it can be told from another, and
 * `clientAddress` counts none of them.
 */
export function isUnnamedProxy({ socket, headers }: IncomingMessage, trusted: BlockList): boolean {
  const peer = plain(socket.remoteAddress ?? '')
  const forwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return forwarded && isThisMachine(peer) && !isIn(trusted, peer)
}

/** Without brackets and port, which some proxies add, and without the way IPv6 writes an IPv4 address. */
function plain(text: string): string {
  const address =
    /^\[([^[\]]*)\](?::\d{1,5})?$/u.exec(text)?.[1] ?? /^([\d.]+):\d{1,5}$/u.exec(text)?.[1] ?? text
  return address.replace(/^::ffff:(?=\d+\.)/iu, '')
}

function isIn(list: BlockList, address: string): boolean {
  const family = isIP(address)
  return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

/** Tests, the demonstration, and a proxy on this machine that nobody told us of: all its people would be one part. */
function isThisMachine(address: string): boolean {
  return address === '::1' || address.startsWith('127.')
}
