import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { askOfficer, endDuty, endOffer } from '../factories/offered-case'
import { sendReport } from '../fixtures/send-journey'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { test } from '../fixtures/desk'

const press = (page: Page, button: Locator) => Promise.all([page.waitForEvent('load'), button.click()])
const asked = (page: Page) => page.locator('#asked')

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('whoever is asked to take a case says no in one press, without a word', async ({ page, enter }) => {
      const reference = await sendReport(page, { wantsOfficer: 'yes' })
      const officer = await enter('liaison-officer')
      await askOfficer(officer, reference)
      await page.goto('/staff')
      await expect(asked(page).getByRole('heading', { name: 'You are asked to take one case' })).toBeVisible()
      await expect(asked(page).getByRole('link', { name: reference })).toBeVisible()
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)
      await asked(page).locator('summary').first().click()
      await press(page, asked(page).getByRole('button', { name: 'I am away soon' }))
      await expect(
        page.getByRole('status').filter({ hasText: 'You are not asked for it again' }),
      ).toBeVisible()
      await expect(asked(page).getByRole('link', { name: reference })).toHaveCount(0)
      await endDuty(officer)

      await enter('supervisor')
      await page.goto(`/staff/cases/${reference}`)
      await expect(page.getByText('is away soon')).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
    })

    test('whoever is asked takes the case, and holds it', async ({ page, enter }) => {
      const reference = await sendReport(page, { wantsOfficer: 'yes' })
      const officer = await enter('liaison-officer')
      await askOfficer(officer, reference)
      await page.goto(`/staff/cases/${reference}`)
      await expect(asked(page)).toContainText('You, since')
      if (javaScriptEnabled) await expectAccessible(page)
      await press(page, asked(page).getByRole('button', { name: 'Take it' }))
      await expect(page.getByRole('status').filter({ hasText: 'The case is yours.' })).toBeVisible()
      await expect(asked(page)).toHaveCount(0)
      await endDuty(officer)
    })

    test('an answer that comes too late is met kindly', async ({ page, enter }) => {
      const reference = await sendReport(page, { wantsOfficer: 'yes' })
      const officer = await enter('liaison-officer')
      await askOfficer(officer, reference)
      await page.goto('/staff')
      // Whoever reaches for the answer: the offer does not go from under their hand.
      await asked(page).locator('summary').first().click()
      await endDuty(officer)
      await endOffer(reference)
      await press(page, asked(page).getByRole('button', { name: 'I have too much on' }))
      await expect(page.getByRole('alert').first()).toContainText('You are not asked for this case any more')
      if (javaScriptEnabled) await expectAccessible(page)
    })
  })
}
