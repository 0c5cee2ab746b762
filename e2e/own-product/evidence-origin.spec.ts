import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Browser, type Page } from '@playwright/test'
import { startProduct, type Product } from '../../scripts/testing/product'
import { letIn, newStaff } from '../factories/staff-accounts'
import { addChosen } from '../fixtures/add-files'
import { openCase } from '../fixtures/desk'
import { answerRequest } from '../fixtures/send-journey'

const words = Buffer.from('They said it again today.')

// One product for all of them: each start takes a build and a database.
test.describe.configure({ mode: 'default' })

let scratch: string
let product: Product
let before: string | undefined

test.beforeAll(async () => {
  test.setTimeout(700_000)
  scratch = mkdtempSync(join(tmpdir(), 'alongside-files-'))
  before = process.env.DATA_DIR
  delete process.env.OIDC_ISSUER
  // Another name of this machine: to a browser it is as far from the desk as any other.
  product = await startProduct(scratch, (url) => ({ EVIDENCE_ORIGIN: url.replace('localhost', '127.0.0.1') }))
  process.env.DATA_DIR = product.dataDir
})
test.afterAll(async () => {
  await product.stop()
  if (before === undefined) delete process.env.DATA_DIR
  else process.env.DATA_DIR = before
  rmSync(scratch, { recursive: true, force: true })
})

async function open(browser: Browser, javaScriptEnabled = true): Promise<Page> {
  const viewport = { width: 1280, height: 900 }
  const context = await browser.newContext({ baseURL: product.url, viewport, javaScriptEnabled })
  return context.newPage()
}

/** Sends a request with one file of words. */
async function sendOne(browser: Browser): Promise<string> {
  const page = await open(browser)
  await page.goto(await answerRequest(page))
  await page.locator('a[href$="/liaison/files"]').click()
  await page.locator('#files').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: words })
  await addChosen(page)
  await page.getByRole('link', { name: 'Go on' }).click()
  await page.getByRole('button', { name: /send/i }).click()
  const reference = page.getByText(/^LR-[0-9A-Z]{4}-[0-9A-Z]{4}$/).first()
  return reference.innerText()
}

for (const javaScriptEnabled of [true, false])
  test(`a file comes from its own origin, once, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    browser,
  }) => {
    const reference = await sendOne(browser)
    const page = await open(browser, javaScriptEnabled)
    await letIn(page.context(), await newStaff('supervisor'), product.url)
    await openCase(page, reference)
    await page.getByText('1 file was sent').click()
    const links: string[] = []
    const cookies: (string | undefined)[] = []
    page.on('request', (request) => {
      if (!request.url().includes('/staff/evidence/')) return
      links.push(request.url())
      void request.allHeaders().then(({ cookie }) => cookies.push(cookie))
    })
    const [given] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /Download as it was sent/ }).click(),
    ])
    expect(readFileSync(await given.path()).equals(words)).toBe(true)
    expect(links).toHaveLength(1)
    expect(new URL(links[0] ?? '').hostname).toBe('127.0.0.1')
    expect(cookies).toEqual([undefined])
    const again = await page.request.get(links[0] ?? '', { maxRedirects: 0 })
    expect(again.status()).toBe(404)
    for (const path of ['/', '/staff', '/staff/sign-in', '/report/role'])
      expect((await page.request.get(new URL(path, links[0]).href)).status(), path).toBe(421)
    await page.context().close()
  })
