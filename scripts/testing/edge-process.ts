// An edge in a process of its own, for tests of its end: it answers a request only when the process is asked to end.
import '../serve/own-code.mjs'
import { BlockList, type AddressInfo } from 'node:net'

Object.assign(process.env, {
  DATABASE_URL: 'postgresql://127.0.0.1:1/none',
  KEY_DIR: '/nowhere',
  ...(await import('./secrets.ts')).testSecrets,
})
const { createEdge } = await import('../serve/edge.ts')
const { endWhenAsked } = await import('../serve/lifetime.ts')
const { usualLimits } = await import('../serve/settings.ts')

const server = createEdge(
  (_request, response) => {
    for (const end of ['SIGTERM', 'disconnect'] as const) process.once(end, () => response.end('finished'))
    process.send?.('asked')
  },
  {
    tier: 'all',
    built: new Set(),
    hosts: { own: new Set(), onThisMachine: true },
    overHttps: false,
    trustedProxies: new BlockList(),
    lanes: { perHour: 1, puzzlePerMinute: 0, mostParts: 1 },
    limits: usualLimits,
  },
)
endWhenAsked(server)
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
