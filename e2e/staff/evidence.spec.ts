import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Browser } from '@playwright/test'
import { expect } from '@playwright/test'
import { addChosen } from '../fixtures/add-files'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase, test } from '../fixtures/desk'
import { answerRequest } from '../fixtures/send-journey'

const page1 = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(1_200_000, 9)])
const hidden = Buffer.from('\u00FF\u00E1\0\u0018Exif\0\0 51.7520 -0.3360', 'latin1')
/** Built as a picture is, with a place in it. */
const photograph = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  hidden,
  Buffer.from('\u00FF\u00C0\0\u0002\u00FF\u00DA\0\u0002 a picture \u00FF\u00D9', 'latin1'),
])

/** Sends a request with one file, whose name would be a page. */
async function sendOne(browser: Browser, buffer = page1): Promise<string> {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const page = await context.newPage()
  await page.goto(await answerRequest(page))
  await page.locator('a[href$="/liaison/files"]').click()
  await page
    .locator('#files')
    .setInputFiles({ name: 'letter\u202Egpj.html.jpg', mimeType: 'text/html', buffer })
  await addChosen(page)
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

    test('a picture is given as a copy without hidden data too, or it is said why not', async ({
      page,
      enter,
      browser,
    }) => {
      const whole = await sendOne(browser, photograph)
      await enter('supervisor')
      await openCase(page, whole)
      await page.getByText('1 file was sent').click()
      await expect(page.getByText('It may lie on its side')).toBeVisible()
      const copy = page.getByRole('button', { name: /Download a copy without hidden data: .letter/ })
      const [given] = await Promise.all([page.waitForEvent('download'), copy.click()])
      expect(given.suggestedFilename()).toBe(`${whole}-file-1-copy.jpg`)
      const bytes = readFileSync(await given.path())
      expect(bytes.includes('51.7520')).toBe(false)
      expect(bytes.length).toBe(photograph.length - hidden.length)

      await openCase(page, await sendOne(browser))
      await page.getByText('1 file was sent').click()
      await copy.click()
      const said = page.getByRole('alert').filter({ hasText: 'cannot be made of this file' })
      await expect(said).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
    })
  })
