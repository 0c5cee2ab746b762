import { expect } from '@playwright/test'
import { giveBook } from '../factories/offered-case'
import { sendReport } from '../fixtures/send-journey'
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
      for (const issue of [
        'Promise over, no attempt recorded',
        'Hate-crime report without a strand',
        'District not known',
        'No contact or message after seven days',
        'Ended in a way that was not open that day',
      ])
        await expect(page.getByRole('listitem').filter({ hasText: issue })).toHaveText(/^\d+/)
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)
    })

    test('who is there is told of the district asked for, and when nobody is leads to the rota', async ({
      page,
      enter,
    }) => {
      await enter('supervisor')
      await page.goto('/staff/insights?district=stevenage')
      const people = page.getByRole('region', { name: 'Who carries how much?' })
      await expect(people).toContainText('Officers who cover Stevenage')
      await expect(people).toContainText('told as a band')
      const gaps = page.getByRole('region', { name: 'When is nobody there?' })
      await expect(gaps.getByRole('rowheader')).toHaveText(['Stevenage'])
      await gaps.getByRole('link', { name: 'See them week by week' }).click()
      await page.waitForURL(/\/staff\/officers\/gaps$/)
      await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('The next 14 days together')
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)

      await page.goto('/staff/insights')
      await expect(page.getByRole('region', { name: 'Who carries how much?' })).not.toContainText(
        'Officers who',
      )
      const hours = page.getByRole('region', { name: 'When is nobody there?' }).getByRole('link')
      await expect(hours).not.toHaveCount(0)
      for (const link of await hours.all()) await expect(link).toHaveAttribute('href', '/staff/officers/gaps')
      await page.goto('/staff/insights?district=unknown')
      await expect(page.getByText('Officers are of districts')).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
    })

    for (const path of ['/staff/insights', '/staff/insights/quality'])
      test(`a district that there is not is told of at ${path}, with no number of another`, async ({
        page,
        enter,
      }) => {
        await enter('supervisor')
        for (const query of ['district=atlantis', 'district=stevenage&district=dacorum']) {
          await page.goto(`${path}?${query}`)
          await expect(page).toHaveTitle(/^Check this page/)
          await expect(page.locator('#problem')).toContainText('no such district')
          await expect(page.locator('section.card')).toHaveCount(0)
        }
        const field = page.getByLabel('Which district?')
        await expect(field).toHaveAttribute('aria-invalid', 'true')
        await page.getByRole('link', { name: 'There is no such district' }).click()
        await expect(field).toBeFocused()
        if (javaScriptEnabled) await expectAccessible(page)
        await page.setViewportSize({ width: 320, height: 640 })
        await expectNoSidewaysScroll(page)
        await field.selectOption('dacorum')
        await page.getByRole('button', { name: 'Show' }).click()
        await page.waitForURL(/district=dacorum$/)
        await expect(page.locator('#problem')).toHaveCount(0)
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
      await expect(
        page.getByRole('region', { name: 'What do I have to do?' }).getByRole('listitem').first(),
      ).toHaveText('0Asked to take, not answered')
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
