import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import next from 'next'
import { captureWarnings } from '@/lib/adapters/last-resort'
import { log } from '@/lib/adapters/log'
import { isSafeWay } from '@/lib/config/database-transport'
import { env } from '@/lib/config/env'
import { hostsOf } from '@/lib/edge/hosts'
import { expectKeys, isRecoveryKeyOnline } from '@/lib/sealing/expect-keys'
import { builtIn } from './built'
import { createEdge } from './edge'
import { expectLogin } from './expect-login'
import { endWhenAsked } from './lifetime'
import { usualLimits } from './settings'
import { trustedProxies } from './trusted-proxies'

/** Serves the production build at an address: the framework, with the edge before it. */
export async function serve(host: string, port: number): Promise<void> {
  const settings = env()
  captureWarnings()
  expectKeys()
  if (isRecoveryKeyOnline()) log('warn', { event: 'recovery-key-not-offline' })
  await expectLogin(settings)
  if (!isSafeWay(settings.DATABASE_URL)) log('warn', { event: 'database-not-verified' })
  const dir = fileURLToPath(new URL('../..', import.meta.url))
  // The framework listens for upgrades on the server it is told of: this one is never opened.
  // And what it calls itself is never a number: it would take its own rewrites for another site's, and fetch them.
  const app = next({ dev: false, dir, hostname: 'localhost', port, httpServer: createServer() })
  await app.prepare()
  const handle = app.getRequestHandler()
  const origins = settings.EVIDENCE_ORIGIN === undefined ? [] : [settings.EVIDENCE_ORIGIN]
  const proxies = trustedProxies(settings.TRUSTED_PROXY)
  const server = createEdge((request, response) => void handle(request, response), {
    tier: settings.TIER,
    built: builtIn(join(dir, '.next/static')),
    hosts: hostsOf([settings.PUBLIC_URL, settings.STAFF_URL, ...origins]),
    ...(origins[0] === undefined ? {} : { filesHost: new URL(origins[0]).host }),
    overHttps: settings.secureCookies,
    trustedProxies: proxies.list,
    lanes: {
      perHour: settings.LANE_PART_PER_HOUR,
      puzzlePerMinute: settings.LANE_PUZZLE_PER_MINUTE,
      mostParts: 100_000,
    },
    // A proxy keeps its connections longer than a browser, and must not be hung up on first.
    limits: proxies.any ? { ...usualLimits, keepAlive: 75_000 } : usualLimits,
  })
  endWhenAsked(server)
  server.listen(port, host)
}
