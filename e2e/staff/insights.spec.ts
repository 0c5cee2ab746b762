import { expect } from '@playwright/test'
import { giveBook } from '../factories/offered-case'
import { sendReport } from '../factories/sent-report'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { test } from '../fixtures/desk'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a supervisor sees what needs somebody, and each number leads to its cases', async ({
      page,
      enter,
    }) => {
      const reference = await sendReport(page)
      await enter('supervisor')
      await page.goto('/staff/insights')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('How the desk stands now')
      if (javaScriptEnabled) await expectAccessible(page)
      const unopened = page.getByRole('link', { name: 'Opened by nobody yet' })
      await expect(unopened).toHaveAttribute('href', '/staff?set=unopened')
      await unopened.click()
      await page.waitForURL(/set=unopened/)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Opened by nobody yet')
      await page.goto(`/staff?set=unopened&find=${reference}`)
      await expect(page.locator(`[data-row="${reference}"]`)).toBeVisible()
      // What narrows it further keeps the set.
      await page.goto(`/staff?set=unopened`)
      await expect(page.locator('input[type="hidden"][name="set"]')).toHaveValue('unopened')

      await page.goto('/staff/insights')
      await page.getByLabel('Which district?').selectOption('unknown')
      await page.getByRole('button', { name: 'Show' }).click()
      await page.waitForURL(/district=unknown/)
      await expect(page.getByLabel('Which district?')).toHaveValue('unknown')
      const narrowed = page.getByRole('link', { name: 'Opened by nobody yet' })
      if ((await narrowed.count()) > 0)
        await expect(narrowed).toHaveAttribute('href', '/staff?set=unopened&district=unknown')
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)

      await page.goto('/staff/insights/quality')
      await expect(page.getByRole('heading', { name: 'Which records need care?' })).toBeVisible()
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)
    })

    test('an officer sees their own work and what they read, and not how others stand', async ({
      page,
      enter,
    }) => {
      const reference = await sendReport(page)
      const officer = await enter('liaison-officer')
      await giveBook(officer, [reference])
      await page.goto('/staff/insights')
      await page.waitForURL(/\/staff\/insights\/own$/)
      await expect(page.getByRole('link', { name: 'You hold one open case' })).toHaveAttribute(
        'href',
        '/staff?set=open&holder=mine',
      )
      await page.getByRole('link', { name: 'Opened by nobody yet' }).click()
      await page.waitForURL(/holder=mine/)
      await expect(page.locator(`[data-row="${reference}"]`)).toBeVisible()
      await page.goto('/staff/insights/own')
      await expect(page.getByText('only a band')).toContainText('none opened')
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)
      expect((await page.request.get('/staff/insights/quality')).status()).toBe(404)
    })
  })
}
