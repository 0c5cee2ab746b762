import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import next from 'next'
import { env } from '@/lib/config/env'
import { hostsOf } from '@/lib/edge/hosts'
import { builtIn } from './built'
import { createEdge } from './edge'
import { endWhenAsked } from './lifetime'
import { usualLimits } from './settings'
import { trustedProxies } from './trusted-proxies'

/** Serves the production build at an address: the framework, with the edge before it. */
export async function serve(host: string, port: number): Promise<void> {
  const { TIER, PUBLIC_URL, STAFF_URL, TRUSTED_PROXY, secureCookies } = env()
  const dir = fileURLToPath(new URL('../..', import.meta.url))
  // The framework listens for upgrades on the server it is told of: this one is never opened.
  const app = next({ dev: false, dir, hostname: host, port, httpServer: createServer() })
  await app.prepare()
  const handle = app.getRequestHandler()
  const proxies = trustedProxies(TRUSTED_PROXY)
  const server = createEdge((request, response) => void handle(request, response), {
    tier: TIER,
    built: builtIn(join(dir, '.next/static')),
    hosts: hostsOf([PUBLIC_URL, STAFF_URL]),
    overHttps: secureCookies,
    trustedProxies: proxies.list,
    // A proxy keeps its connections longer than a browser, and must not be hung up on first.
    limits: proxies.any ? { ...usualLimits, keepAlive: 75_000 } : usualLimits,
  })
  endWhenAsked(server)
  server.listen(port, host)
}
