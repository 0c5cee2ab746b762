import { randomUUID } from 'node:crypto'
import { expect } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { test } from '../fixtures/desk'
import { answerRecording } from '../fixtures/send-journey'
import { newStaff } from '../factories/staff-accounts'

const fields = { role: 'victim', whatHappened: ['abuse'], placeKind: 'online', contactChoice: 'anonymous' }

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a centre is added, its worker records, and sees only where that stands', async ({
      page,
      enter,
      enterAs,
    }) => {
      const worker = await newStaff('centre-worker')
      await enterAs(worker)
      await page.goto('/staff')
      await expect(page).toHaveURL(/\/staff\/sent/)
      await page.goto('/staff/record')
      await expect(page.getByText('Ask an administrator')).toBeVisible()

      await enter('administrator')
      const name = `Centre ${randomUUID().slice(0, 8)}`
      await page.goto('/staff/admin/centres')
      await page.getByLabel('Name', { exact: true }).fill(name)
      await page.getByRole('button', { name: 'Add the centre' }).click()
      const card = page.getByRole('article', { name })
      await card.getByLabel('Somebody who works there').selectOption(worker.id)
      await card.getByRole('button', { name: 'They work here' }).click()
      await expect(card).toContainText(worker.name)
      if (javaScriptEnabled) await expectAccessible(page)

      await enterAs(worker)
      await page.goto('/staff/record')
      await page.getByLabel('To report something').check()
      await page.getByRole('button', { name: 'Start' }).click()
      await page.waitForURL(/\/record\/report\/role$/u)
      await answerRecording(page, 'report', fields)
      await page.getByRole('button', { name: 'Send' }).click()
      const reference = await page
        .getByText(/^HC-[0-9A-Z]{4}-[0-9A-Z]{4}$/u)
        .first()
        .innerText()
      await page.goto('/staff/sent')
      await expect(page.getByRole('listitem').filter({ hasText: reference })).toContainText(
        'Waiting for somebody to take it',
      )
      if (javaScriptEnabled) await expectAccessible(page)
      for (const closed of [
        `/staff/cases/${reference}`,
        '/staff/search',
        '/staff/officers',
        '/staff/audit',
      ]) {
        await page.goto(closed)
        await expect(page.getByText(reference)).toBeHidden()
      }
      await page.setViewportSize({ width: 320, height: 800 })
      await page.goto('/staff/sent')
      await expectNoSidewaysScroll(page)
    })
  })
}
