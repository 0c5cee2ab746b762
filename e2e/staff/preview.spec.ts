import { expect } from '@playwright/test'
import { endDuty } from '../factories/offered-case'
import { officerOnDuty } from '../factories/officer-on-duty'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { test } from '../fixtures/desk'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a supervisor sees where a case would go, and why', async ({ page, enter }) => {
      // Whoever else is on duty may have all they can take by now.
      const officer = await officerOnDuty('watford')
      await enter('supervisor')
      await page.goto('/staff/officers/preview')
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByLabel('District', { exact: true }).selectOption('watford')
      await page.getByRole('group', { name: 'Languages asked for' }).getByRole('checkbox').first().check()
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Show' }).click()])
      await expect(page).toHaveURL(/district=watford/)
      const result = page.getByRole('region', { name: 'It would go like this' })
      await expect(result).toContainText('Asked first:')
      await expect(result).toContainText(/A liaison officer .*contact you by/u)
      const danger = page.getByRole('group', { name: 'What the answers about danger point to' })
      await danger.getByLabel('Young people').check()
      await page.getByLabel('When it comes in').fill('2020-01-01T09:00')
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Show' }).click()])
      await expect(danger.getByLabel('Young people')).toBeChecked()
      await expect(page.getByText('That time is over. What is shown is for now.')).toBeVisible()
      // High risk, and everybody left out: nobody is asked, and nobody is told that an officer will contact them.
      await page.getByLabel('When it comes in').fill('')
      await page.getByLabel('Risk', { exact: true }).selectOption('high')
      const leftOut = page.getByRole('group', { name: 'Officers of these districts are to be left out' })
      for (const box of await leftOut.getByRole('checkbox').all()) await box.check()
      await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Show' }).click()])
      await endDuty(officer)
      await expect(result).toContainText('Nobody would be asked.')
      await expect(result).toContainText('We do not wait for a liaison officer to be on duty.')
      await expect(result).not.toContainText('liaison officer is')
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)
    })

    test('nobody else does', async ({ page, enter }) => {
      await enter('triager')
      await page.goto('/staff/officers/preview')
      await expect(page).toHaveTitle('Not found – Desk')
    })
  })
}
