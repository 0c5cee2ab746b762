import { createHmac } from 'node:crypto'
import { isIP } from 'node:net'

/**
 * The part of the network an address is in: the first 24 bits of an IPv4 address, the first 56 of an IPv6 one. A household,
 * a campus, a mobile network or an exit of Tor is behind one. Null for what is no address.
 */
export function networkPart(address: string): string | null {
  const [plain = ''] = address.replace(/^::ffff:(?=\d+\.)/iu, '').split('%')
  if (isIP(plain) === 4) return `4:${plain.split('.').slice(0, 3).join('.')}`
  if (isIP(plain) !== 6) return null
  const groups = groupsOf(plain)
  const first = groups.slice(0, 3).map((group) => group.toString(16))
  return `6:${[...first, ((groups[3] ?? 0) >> 8).toString(16)].join(':')}`
}

/** The first four groups of an IPv6 address; the left-out ones are 0. */
function groupsOf(address: string): readonly number[] {
  const [before = '', after] = address.split('::')
  const split = (text: string) => text.split(':').filter((group) => group !== '')
  const head = split(before)
  // Behind the gap, an IPv4 ending takes the room of two groups.
  const tail = split(after ?? '').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]))
  const gap = after === undefined ? 0 : 8 - head.length - tail.length
  const zeros = Array.from({ length: Math.max(0, gap) }, () => '0')
  return [...head, ...zeros, ...tail].slice(0, 4).map((group) => parseInt(group, 16))
}

/** A key that stands for a part of the network: without `secret` nobody can tell which, or compare it with another day's. */
export function partKey(secret: Uint8Array, part: string): string {
  return createHmac('sha256', secret).update(part).digest('base64url').slice(0, 22)
}
