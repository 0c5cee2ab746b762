import { evidencePath } from '@/lib/config/paths'

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The addresses a deployment answers to. */
export interface Hosts {
  /** As in the `Host` header: a name, with its port when that is not the usual one. */
  readonly own: ReadonlySet<string>
  /** The deployment is one machine's own, such as the demonstration: it answers to that machine's own addresses. */
  readonly onThisMachine: boolean
}

/** Whether a host may be asked for an address: the origin of files for these and nothing else, and every other for the rest. */
export function givesAt(filesHost: string | undefined, host: string | undefined, pathname: string): boolean {
  if (filesHost === undefined) return true
  return (host?.toLowerCase() === filesHost) === pathname.startsWith(evidencePath)
}

/** The hosts of the addresses people type. */
export function hostsOf(addresses: readonly string[]): Hosts {
  const urls = addresses.map((address) => new URL(address))
  return {
    own: new Set(urls.map(({ host }) => host)),
    onThisMachine: urls.some(({ hostname }) => loopback.has(hostname)),
  }
}

/**
 * Whether a request may name this host. `local` is the address the connection came in at. A name that somebody else points
 * at this machine is never answered; a bare address is nobody's name.
 */
export function answersTo(hosts: Hosts, host: string | undefined, local: string | undefined): boolean {
  if (host === undefined) return false
  const named = host.toLowerCase()
  if (hosts.own.has(named)) return true
  if (!hosts.onThisMachine) return false
  const [, name = ''] = /^(\[[\da-f:.]+\]|[^:[\]]+)(?::\d{1,5})?$/u.exec(named) ?? []
  return loopback.has(name) || (local !== undefined && isAddress(name, local))
}

function isAddress(name: string, local: string): boolean {
  const plain = local.replace(/^::ffff:/u, '')
  return name === plain || name === `[${plain}]`
}
