import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '../net/free-port.ts'
import { endGently, startNode } from '../run/children.ts'
import { listenAddress, untilHealthy } from '../run/listen.ts'
import { root } from '../run/project.ts'
import { chromiumSettings } from './chromium.ts'
import { playwrightTally, type Tally } from './tally.ts'

/** Starts the product as a newcomer would, with data of its own, and plays every journey in a real browser. */
export async function browserTests(scratch: string): Promise<Tally> {
  process.env.PORT = String(await freePort())
  const { url } = listenAddress()
  const log = join(scratch, 'server.log')
  const output = openSync(log, 'a')
  const data = join(scratch, 'data')
  const server = startNode(['scripts/start.ts'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: data },
    stdio: ['ignore', output, output],
  })
  try {
    await untilHealthy(url, server).catch((error: unknown) => {
      throw new Error(`The product did not start. It said:\n${readFileSync(log, 'utf8')}`, { cause: error })
    })
    const report = join(scratch, 'playwright.json')
    const settings = {
      E2E_URL: url,
      PLAYWRIGHT_JSON: report,
      DATA_DIR: data,
      SERVER_LOG: log,
      ...(await chromiumSettings()),
    }
    const cli = join(root, 'node_modules/@playwright/test/cli.js')
    await once(startNode([cli, 'test'], { cwd: root, env: { ...process.env, ...settings } }), 'exit')
    return playwrightTally(report)
  } finally {
    await endGently(server, 30_000)
    closeSync(output)
  }
}
