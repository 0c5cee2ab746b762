const local = new Set(['', 'localhost', '127.0.0.1', '[::1]', '::1'])

/**
 * Whether a connection string leads to this machine, or says that the server's certificate is to be checked. Anything else
 * may be read, or answered by somebody else, on the way.
 */
export function isSafeWay(url: string): boolean {
  const { hostname, searchParams } = new URL(url)
  const asked = searchParams.get('host')
  if (local.has(hostname) && (asked === null || asked.startsWith('/'))) return true
  return searchParams.get('sslmode') === 'verify-full'
}
