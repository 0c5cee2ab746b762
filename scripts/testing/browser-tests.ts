import { join } from 'node:path'
import { exitCodeOf } from '../run/children.ts'
import { root } from '../run/project.ts'
import { chromiumSettings } from './chromium.ts'
import { databaseOf, startProduct } from './product.ts'
import { startRealProvider } from './provider/real-provider.ts'
import { noteReadsIn } from './reads/settings.ts'
import { tellReads } from './reads/tell-reads.ts'
import { honest, playwrightTally, type Tally } from './tally.ts'

/** Plays every journey in a real browser, on the product as a newcomer would start it. */
export function browserTests(scratch: string): Promise<Tally> {
  return playwright(scratch)
}

/** Runs Playwright's tests, all of them or those the arguments choose, on a product of their own. Every read it made has to have its row in the audit: each
 * without one counts as a failure. */
export async function playwright(
  scratch: string,
  args: readonly string[] = [],
  more: Readonly<Record<string, string>> = {},
): Promise<Tally> {
  const provider = await startRealProvider()
  const reads = join(scratch, 'reads.jsonl')
  const product = await startProduct(scratch, { ...provider.settings, ...noteReadsIn(reads) })
  provider.serve(product.url)
  try {
    const report = join(scratch, 'playwright.json')
    const settings = {
      E2E_URL: product.url,
      PLAYWRIGHT_JSON: report,
      DATA_DIR: product.dataDir,
      SERVER_LOG: product.log,
      OIDC_ISSUER: provider.settings.OIDC_ISSUER,
      ...(await chromiumSettings()),
      ...more,
    }
    const cli = join(root, 'node_modules/@playwright/test/cli.js')
    const code = await exitCodeOf([cli, 'test', ...args], { cwd: root, env: { ...process.env, ...settings } })
    const tally = honest(playwrightTally(report), code)
    const without = await tellReads(reads, databaseOf(product.dataDir), !args.includes('--project=theft'))
    return { ...tally, failed: tally.failed + without }
  } finally {
    await product.stop()
    await provider.stop()
  }
}
