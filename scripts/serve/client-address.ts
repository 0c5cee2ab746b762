import type { IncomingMessage } from 'node:http'
import { isIP, type BlockList } from 'node:net'

/**
 * Who is asking: the address of the connection or, behind a proxy that is trusted, the last address it or those before it
 * did not put there themselves. Null where nobody can tell: a proxy that says nothing, or this machine itself.
 */
export function clientAddress({ socket, headers }: IncomingMessage, trusted: BlockList): string | null {
  const peer = plain(socket.remoteAddress ?? '')
  if (!isIn(trusted, peer)) return isThisMachine(peer) ? null : peer
  const said = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
  const client = said.map((one) => plain(one.trim())).findLast((one) => !isIn(trusted, one))
  return client === undefined || isIP(client) === 0 ? null : client
}

function plain(address: string): string {
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
