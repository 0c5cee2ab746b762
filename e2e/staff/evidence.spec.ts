import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser } from '@playwright/test'
import { expect } from '@playwright/test'
import { scenarios } from '../factories/scenarios'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase, test } from '../fixtures/desk'
import { playToCheck } from '../fixtures/player'

const plain = scenarios.find(
  ({ journey, fields }) => journey === 'liaison' && fields.contactChoice === 'code-only',
)
const page1 = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(1_200_000, 9)])

/** Sends a request with one file, whose name would be a page. */
async function sendOne(browser: Browser): Promise<string> {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const page = await context.newPage()
  await page.goto('/liaison/reason')
  await playToCheck(page, plain?.fields ?? {})
  await page.locator('a[href$="/liaison/files"]').click()
  await page
    .locator('#files')
    .setInputFiles({ name: 'letter\u202Egpj.html.jpg', mimeType: 'text/html', buffer: page1 })
  await page.locator('form[action*="/add"] button').click()
  await expect(page.getByText('lettergpj.html.jpg')).toBeVisible()
  await page.getByRole('link', { name: 'Go on' }).click()
  await page.getByRole('button', { name: /send/i }).click()
  const reference = await page
    .getByText(/^LR-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    .first()
    .innerText()
  await context.close()
  return reference
}

for (const javaScriptEnabled of [true, false])
  test.describe(`${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () => {
    test.use({ javaScriptEnabled })

    test('a file is folded until it is asked for, and is a download and nothing else', async ({
      page,
      enter,
      browser,
    }) => {
      const reference = await sendOne(browser)
      await enter('supervisor')
      await openCase(page, reference)
      const download = page.getByRole('button', { name: /Download as it was sent: .lettergpj\.html\.jpg/ })
      await expect(download).toBeHidden()
      await page.getByText('1 file was sent').click()
      await expect(page.getByText('Unscanned: no virus check has looked at it')).toBeVisible()
      if (javaScriptEnabled) {
        await page.setViewportSize({ width: 320, height: 800 })
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
      }
      const [answer, given] = await Promise.all([
        page.waitForResponse((response) => response.url().endsWith(`/${reference}/file`)),
        page.waitForEvent('download'),
        download.click(),
      ])
      const headers = await answer.allHeaders()
      expect(headers).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
      expect(given.suggestedFilename()).toBe(`${reference}-file-1.jpg`)
      const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
      expect(digest(readFileSync(await given.path()))).toBe(digest(page1))
    })
  })
