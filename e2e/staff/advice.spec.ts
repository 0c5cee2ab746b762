import { expect } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase, test } from '../fixtures/desk'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a colleague asks in four fields; it is in the queue, and they see where it stands', async ({
      page,
      enter,
    }) => {
      await enter('call-handler')
      await page.goto('/staff')
      await page.getByRole('link', { name: 'Ask an officer' }).click()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByLabel('What would you like advice on?').fill('What ought I to say to them?')
      await page.getByLabel('Where is it?').selectOption({ label: 'Stevenage' })
      await page.getByLabel('How can they reach you').fill(' ')
      await page.getByRole('button', { name: 'Ask' }).click()
      await expect(page.getByText('what you wrote is still here')).toBeVisible()
      await expect(page.getByLabel('What would you like advice on?')).toHaveValue(
        'What ought I to say to them?',
      )
      await page.getByLabel('How can they reach you').fill('Extension 4412')
      await page.getByRole('button', { name: 'Ask' }).click()
      await expect(page.getByText('It is with the liaison officers.')).toBeVisible()
      const row = page.getByRole('listitem').filter({ hasText: /LR-/ })
      await expect(row).toContainText('Waiting for somebody to take it')
      const reference = await row.locator('b').innerText()
      await page.setViewportSize({ width: 320, height: 800 })
      await expectNoSidewaysScroll(page)

      await enter('supervisor')
      await openCase(page, reference)
      await expect(page.getByText('What ought I to say to them?')).toBeVisible()
      await expect(page.getByText('Extension 4412')).toBeVisible()
      await expect(page.getByText('a colleague', { exact: false }).first()).toBeVisible()
    })
  })
}
