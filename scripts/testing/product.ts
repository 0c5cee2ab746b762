import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../net/free-port.ts'
import { endGently, startNode } from '../run/children.ts'
import { onEnd } from '../run/ending.ts'
import { listenAddress, untilHealthy } from '../run/listen.ts'
import { root } from '../run/project.ts'

export interface Product {
  readonly url: string
  /** Where its database, keys and settings are. */
  readonly dataDir: string
  /** Everything it has said. */
  readonly log: string
  readonly stop: () => Promise<void>
}

type Settings = Readonly<Record<string, string>>

const grace = 30_000

/**
 * Starts the product as a newcomer would, on a free port, with data of its own below `scratch` and with `settings` beside the
 * usual ones, which may be made of its address. It has no past, so that a test knows which cases there are. Throws with what it said.
 */
export async function startProduct(
  scratch: string,
  settings: Settings | ((url: string) => Settings) = {},
): Promise<Product> {
  process.env.PORT = String(await freePort())
  const { url } = listenAddress()
  const given = typeof settings === 'function' ? settings(url) : settings
  const dataDir = join(scratch, 'data')
  const log = join(scratch, 'server.log')
  const output = openSync(log, 'a')
  const server = startNode(['scripts/start.ts'], {
    cwd: root,
    env: { ...process.env, DEMO_PAST: 'no', ...given, DATA_DIR: dataDir },
    stdio: ['ignore', output, output],
  })
  let stopped: Promise<void> | null = null
  const stop = () => {
    stopped ??= endGently(server, grace).then(() => {
      closeSync(output)
    })
    return stopped
  }
  onEnd(stop)
  try {
    await untilHealthy(url, server)
  } catch (error) {
    await stop()
    throw new Error(`The product did not start. It said:\n${readFileSync(log, 'utf8')}`, { cause: error })
  }
  return { url, dataDir, log, stop }
}

/** Where the database of a running product is, for whoever may read all of it. */
export function databaseOf(dataDir: string): string {
  return (JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as { url: string }).url
}
