// `npm run screenshots`: starts the product and takes the pictures in docs/screenshots anew.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { root } from './run/project.ts'
import { say } from './run/progress.ts'
import { returningPictures } from './screenshots/contact.ts'
import { deskPictures } from './screenshots/desk.ts'
import { publicPictures } from './screenshots/public.ts'
import { chromiumSettings } from './testing/chromium.ts'
import { startProduct } from './testing/product.ts'
import { endWhenAsked } from './run/ending.ts'

endWhenAsked()

const scratch = mkdtempSync(join(tmpdir(), 'alongside-pictures-'))
process.env.TMPDIR = scratch
const folder = join(root, 'docs/screenshots')
mkdirSync(folder, { recursive: true })
try {
  const { CHROMIUM_PATH, CHROMIUM_ARGS } = await chromiumSettings()
  const product = await startProduct(scratch)
  // Where the factories of tests look for the database.
  process.env.DATA_DIR = product.dataDir
  const { publishFigures } = await import('../e2e/factories/published-figures.ts')
  await publishFigures()
  const browser = await chromium.launch({
    ...(CHROMIUM_PATH === undefined ? {} : { executablePath: CHROMIUM_PATH }),
    args: JSON.parse(CHROMIUM_ARGS ?? '[]') as string[],
  })
  try {
    await publicPictures(browser, product.url, folder)
    await returningPictures(browser, product.url, folder)
    await deskPictures(browser, product.url, folder)
    say(`Pictures are in ${folder}`)
  } finally {
    await browser.close()
    await product.stop()
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
