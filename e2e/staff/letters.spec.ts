import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { runOutbox } from '../factories/run-outbox'
import { sendReport } from '../fixtures/send-journey'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase, test } from '../fixtures/desk'

const anyTime = { safeWays: ['text'], contactWhen: 'any-time', maySay: 'neutral' }
const letter = 'form[action$="/letter"]'

/** What was caught instead of being sent. */
function caught(): readonly string[] {
  const folder = join(process.env.DATA_DIR ?? '', 'outbox')
  return existsSync(folder) ? readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')) : []
}

async function write(page: Page, text: string): Promise<void> {
  if (!(await page.locator(letter).isVisible())) await page.getByText('Write a text or an e-mail').click()
  await page.locator(`${letter} textarea`).fill(text)
  await page.locator(`${letter} button`).click()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled, viewport: { width: 390, height: 844 } })

    test('a text is checked, kept where it tells too much, and goes out where it does not', async ({
      page,
      enter,
    }) => {
      test.setTimeout(180_000)
      const reference = await sendReport(page, anyTime)
      await enter('supervisor')
      await openCase(page, reference)

      await write(page, 'Hello from the p0lice, about HC-7K2Q-M4TD')
      await expect(page.getByRole('alert').first()).toContainText('tell somebody else')
      await expect(page.locator('[data-found-words]')).toContainText('p0lice')
      await expect(page.locator('[data-found-words]')).toContainText('HC-7K2Q-M4TD')
      await expect(page.locator(`${letter} textarea`)).toHaveValue(/p0lice/)
      if (javaScriptEnabled) await expectAccessible(page)
      await expectNoSidewaysScroll(page)

      const words = `Hello. Could you ring me on Friday, at ten? ${javaScriptEnabled ? 'Thanks.' : 'Thank you.'}`
      await write(page, words)
      await expect(page.getByRole('status').filter({ hasText: 'It is written.' })).toBeVisible()
      await runOutbox()
      await page.reload()
      await expect(page.locator('[data-outbound="sent"]')).toContainText('A letter, by text')
      if (javaScriptEnabled) await expectAccessible(page)
      const [sent = ''] = caught().filter((text) => text.includes(words))
      expect(sent).toContain('07700 900461')
      expect(sent).not.toContain(reference)
    })

    test('a way that is not safe is not offered', async ({ page, enter }) => {
      const reference = await sendReport(page, { ...anyTime, safeWays: ['call'], voicemail: 'no' })
      await enter('supervisor')
      await openCase(page, reference)
      await expect(page.locator(letter)).toHaveCount(0)
    })

    test('somebody says which e-mails they want', async ({ page, enter }) => {
      await enter('liaison-officer')
      await page.goto('/staff/account')
      await page.locator('[name="letters"][value="each"]').check()
      await page.locator('select[name="from"]').selectOption('22')
      await page.locator('select[name="until"]').selectOption('7')
      await page.locator('form[action$="/account/letters"] button').click()
      await expect(page.getByRole('status').filter({ hasText: 'That is saved.' })).toBeVisible()
      await expect(page.locator('[name="letters"][value="each"]')).toBeChecked()
      await expect(page.locator('select[name="from"]')).toHaveValue('22')
      if (javaScriptEnabled) await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    })

    test('a supervisor is written of reports and of what is stuck, until they say no', async ({
      page,
      enter,
    }) => {
      await enter('supervisor')
      await page.goto('/staff/account')
      const [figures, stuck] = [
        page.getByLabel('When figures of another month'),
        page.getByLabel('On Mondays'),
      ]
      await expect(figures).toBeChecked()
      await expect(stuck).toBeChecked()
      await stuck.uncheck()
      await page.locator('form[action$="/account/letters"] button').click()
      await expect(page.getByRole('status').filter({ hasText: 'That is saved.' })).toBeVisible()
      await expect(figures).toBeChecked()
      await expect(stuck).not.toBeChecked()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)
    })

    test('others may ask for what leads to a page of theirs', async ({ page, enter }) => {
      await enter('auditor')
      await page.goto('/staff/account')
      await expect(page.getByLabel('On Mondays')).toHaveCount(0)
      await expect(page.locator('[type="radio"][name="letters"]')).toHaveCount(0)
      const figures = page.getByLabel('When figures of another month')
      await expect(figures).not.toBeChecked()
      await figures.check()
      await page.locator('form[action$="/account/letters"] button').click()
      await expect(page.getByRole('status').filter({ hasText: 'That is saved.' })).toBeVisible()
      await expect(figures).toBeChecked()
    })
  })
}
