import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { sendReport } from '../fixtures/send-journey'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase, test } from '../fixtures/desk'

/** Has the open page draw itself anew when the press is taken and the page that follows is not there yet, as it does where a case changes just then. */
async function drawAnewAfterPress(page: Page, reference: string): Promise<void> {
  await page.route(`**/${reference}/words`, async (route) => {
    const response = await route.fetch({ maxRedirects: 0 })
    await page.request.get(`/staff/cases/${reference}`, { headers: { 'sec-fetch-dest': 'empty' } })
    await route.fulfill({ response })
  })
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('words of hatred are folded until they are asked for, once, and that is counted for whoever asked', async ({
      page,
      enter,
    }) => {
      const reference = await sendReport(page, { whyWords: 'He shouted f4ggot at me, twice.' })
      await enter('supervisor')
      await openCase(page, reference)
      await page.setViewportSize({ width: 320, height: 800 })
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)
      await expect(page.locator('[data-folded]')).toHaveCount(1)
      await expect(page.locator('body')).not.toContainText('f4ggot')
      await expect(page.getByText('He shouted')).toBeVisible()
      await drawAnewAfterPress(page, reference)
      const showing = page.getByRole('button', { name: 'Show the words as they were written' })
      await Promise.all([page.waitForEvent('load'), showing.click()])
      await expect(page.getByText('He shouted f4ggot at me, twice.')).toBeVisible()
      await expect(page.getByText('If reading this stays with you')).toBeVisible()
      await page.goto(`/staff/cases/${reference}`)
      await expect(page.locator('[data-folded]')).toHaveCount(1)
      await page.goto('/staff/account')
      await expect(page.getByText('In the last 28 days you opened them once.')).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
    })
  })
}
