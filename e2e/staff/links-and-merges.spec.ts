import { expect, type Locator, type Page } from '@playwright/test'
import { sendReport } from '../fixtures/send-journey'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase, test } from '../fixtures/desk'

const press = (page: Page, button: Locator) => Promise.all([page.waitForEvent('load'), button.click()])

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('two cases are linked, one goes on in the other, and both are taken back', async ({
      page,
      enter,
      elsewhere,
    }) => {
      const one = await sendReport(page)
      const other = await sendReport(await elsewhere.newPage())
      await enter('supervisor')
      await openCase(page, one)
      await press(page, page.getByRole('link', { name: 'Links and merging' }))
      await expect(page).toHaveTitle('Case work – Desk')
      await page.setViewportSize({ width: 320, height: 800 })
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)

      const linking = page.locator('form[action$="/work/link"]')
      await linking.getByLabel('Reference of the other case').fill('HC-0000-0000')
      await linking.getByLabel('How do they belong together?').selectOption('same-incident')
      await press(page, linking.getByRole('button', { name: 'Link the cases' }))
      await expect(page.getByRole('alert').first()).toContainText('There is no case of that reference')
      await expect(linking.getByLabel('Reference of the other case')).toHaveValue('HC-0000-0000')
      await expect(linking.getByLabel('How do they belong together?')).toHaveValue('same-incident')
      await linking.getByLabel('Reference of the other case').fill(other.toLowerCase())
      await press(page, linking.getByRole('button', { name: 'Link the cases' }))
      await expect(page.getByRole('status').filter({ hasText: 'The cases are linked.' })).toBeVisible()
      await expect(page.getByRole('link', { name: other, exact: true })).toBeVisible()

      const merging = page.locator('form[action$="/work/merge"]')
      await merging.getByLabel('Reference of the other case').fill(one)
      await press(page, merging.getByRole('button', { name: 'Merge into that case' }))
      await expect(page.getByRole('alert').first()).toContainText('That is this case itself.')
      await merging.getByLabel('Reference of the other case').fill(other)
      await press(page, merging.getByRole('button', { name: 'Merge into that case' }))
      await expect(page.getByText(`This case goes on in ${other}.`)).toBeVisible()

      await page.goto(`/staff/cases/${one}`)
      await press(page, page.getByRole('link', { name: `Go to ${other}` }))
      await openCase(page, other)
      await expect(page.getByText('Merged into this case')).toBeVisible()
      await page.setViewportSize({ width: 1280, height: 900 })
      if (javaScriptEnabled) await expectAccessible(page)
      await page.goto(`/staff/cases/${other}/work`)
      await page.locator('form[action$="/work/merge"]').getByLabel('Reference of the other case').fill(one)
      await press(page, page.getByRole('button', { name: 'Merge into that case' }))
      await expect(page.getByRole('alert').first()).toContainText('That case goes on in this one.')

      await page.goto(`/staff/cases/${one}/work`)
      await press(page, page.getByRole('button', { name: 'Take the merge back' }))
      await expect(page.getByRole('status').filter({ hasText: 'on its own again' })).toBeVisible()
      await press(page, page.getByRole('button', { name: `Remove the link to ${other}` }))
      await expect(page.getByText('No case is linked to this one.')).toBeVisible()
      await page.goto(`/staff/cases/${one}`)
      await openCase(page, one)
      for (const said of [
        'linked it with another case',
        'merged it into another case',
        'took its merge back',
      ])
        await expect(page.getByText(said).first()).toBeVisible()
    })

    test('whoever does not work on a case has no such page of it', async ({ page, enter }) => {
      const reference = await sendReport(page)
      await enter('call-handler')
      await page.goto(`/staff/cases/${reference}/work`)
      await expect(page).toHaveTitle('Not found – Desk')
    })
  })
}
