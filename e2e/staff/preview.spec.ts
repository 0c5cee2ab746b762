import { expect } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { test } from '../fixtures/desk'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a supervisor sees where a case would go, and why', async ({ page, enter }) => {
      await enter('supervisor')
      await page.goto('/staff/officers/preview')
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByLabel('District', { exact: true }).selectOption('watford')
      await page.getByRole('group', { name: 'Languages asked for' }).getByRole('checkbox').first().check()
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Show' }).click()])
      await expect(page).toHaveURL(/district=watford/)
      const result = page.getByRole('region', { name: 'It would go like this' })
      await expect(result).toContainText('Asked first:')
      await expect(result).toContainText('contact by')
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)
    })

    test('nobody else does', async ({ page, enter }) => {
      await enter('triager')
      await page.goto('/staff/officers/preview')
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Where would this go?')
    })
  })
}
