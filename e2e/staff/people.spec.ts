import { expect, type Locator, type Page } from '@playwright/test'
import { sendReport } from '../fixtures/send-journey'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase, test } from '../fixtures/desk'

const press = (page: Page, button: Locator) => Promise.all([page.waitForEvent('load'), button.click()])

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('somebody is named in a case, is something else in it, and is taken off', async ({
      page,
      enter,
    }) => {
      const reference = await sendReport(page)
      await enter('supervisor')
      await openCase(page, reference)
      const card = page.locator('section', { has: page.locator('#people-title') })
      await expect(card).toContainText('Nobody is named here yet.')
      await card.getByText('Name somebody').click()
      await card.getByLabel('Name', { exact: true }).fill('Zoraida Quill')
      await card.getByLabel('What are they in this case?').selectOption('witness')
      if (javaScriptEnabled) await expectAccessible(page)
      await press(page, card.getByRole('button', { name: 'Add to the case' }))
      await expect(page.getByRole('status').filter({ hasText: 'They are named in the case.' })).toBeVisible()
      await expect(card.getByRole('listitem')).toContainText('Zoraida Quill, witness')
      await page.setViewportSize({ width: 320, height: 800 })
      await expectNoSidewaysScroll(page)
      const one = card.getByRole('listitem')
      await one.getByText('Change').click()
      await one.getByLabel('What are they in this case?').selectOption('complainant')
      await press(page, one.getByRole('button', { name: 'Save' }))
      await expect(card.getByRole('listitem')).toContainText('Zoraida Quill, complainant')
      if (javaScriptEnabled) await expectAccessible(page)
      await one.getByText('Change').click()
      await one.getByLabel('What are they in this case?').selectOption({ label: 'Not in this case' })
      await press(page, one.getByRole('button', { name: 'Save' }))
      await expect(card).toContainText('Nobody is named here yet.')
    })
  })
}
