import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { endDuty, giveBook } from '../factories/offered-case'
import { asOwner } from '../factories/staff-accounts'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { test } from '../fixtures/desk'
import { ownCase } from '../fixtures/send-journey'

/** Today by the clock of the tests' force. */
const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())

const press = (page: Page, name: string) =>
  Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).click()])

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a task is set, found in one’s own list and as late in the queue, and done', async ({
      page,
      enter,
    }) => {
      test.setTimeout(180_000)
      const reference = await ownCase(page)
      const officer = await enter('liaison-officer')
      await giveBook(officer, [reference])
      await page.goto(`/staff/cases/${reference}`)
      await page.getByRole('link', { name: 'See and set tasks' }).click()
      await expect(page).toHaveTitle(/^Tasks of a case – Desk$/)
      await expect(page.getByText('Nothing is to be done.')).toBeVisible()

      await page.getByLabel('What is to be done?').fill('Ring the housing officer.')
      await page.getByLabel('By which day?').evaluate((field: HTMLInputElement) => {
        field.required = false
      })
      await press(page, 'Set the task')
      await expect(page.getByRole('alert').first()).toContainText('choose a day')
      await expect(page.getByLabel('What is to be done?')).toHaveValue('Ring the housing officer.')
      await page.getByLabel('By which day?').fill(today())
      await press(page, 'Set the task')
      const task = page.locator('[data-task]')
      await expect(task).toContainText('Ring the housing officer.')
      await expect(task).toContainText('Due today')
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)

      await asOwner((database) =>
        database.query(
          `UPDATE case_task SET due_on = due_on - 3 WHERE case_id = (SELECT id FROM "case" WHERE reference = $1)`,
          [reference],
        ),
      )
      await page.goto('/staff/tasks')
      await expect(page.locator('[data-task]')).toHaveCount(1)
      await expect(page.locator('[data-task]')).toContainText('Late: it was due')
      await expect(page.getByText('Ring the housing officer.')).toHaveCount(0)
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)
      await page.goto('/staff?holder=mine')
      await expect(page.locator(`[data-row="${reference}"]`)).toContainText('A task is late')

      await page.goto(`/staff/cases/${reference}/tasks`)
      await press(page, 'Mark as done')
      await expect(task).toContainText(`Done: ${officer.name}`)
      await page.goto('/staff/tasks')
      await expect(page.getByText('You have nothing to do by a day.')).toBeVisible()
      await endDuty(officer)
    })
  })
}
