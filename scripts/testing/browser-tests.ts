import { join } from 'node:path'
import { exitCodeOf } from '../run/children.ts'
import { root } from '../run/project.ts'
import { chromiumSettings } from './chromium.ts'
import { startProduct } from './product.ts'
import { honest, playwrightTally, type Tally } from './tally.ts'

/** Plays every journey in a real browser, on the product as a newcomer would start it. */
export async function browserTests(scratch: string): Promise<Tally> {
  const product = await startProduct(scratch)
  try {
    const report = join(scratch, 'playwright.json')
    const settings = {
      E2E_URL: product.url,
      PLAYWRIGHT_JSON: report,
      DATA_DIR: product.dataDir,
      SERVER_LOG: product.log,
      ...(await chromiumSettings()),
    }
    const cli = join(root, 'node_modules/@playwright/test/cli.js')
    const code = await exitCodeOf([cli, 'test'], { cwd: root, env: { ...process.env, ...settings } })
    return honest(playwrightTally(report), code)
  } finally {
    await product.stop()
  }
}
