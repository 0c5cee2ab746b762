import { expect } from '@playwright/test'
import { scenarios } from '../factories/scenarios'
import { letIn, newStaff } from '../factories/staff-accounts'
import { expectAccessible } from '../fixtures/axe'
import { test } from '../fixtures/desk'
import { answerStep, playToCheck } from '../fixtures/player'

test('what one person records is nothing to the next person at the same desk', async ({
  page,
  context: caller,
  enter,
  elsewhere: next,
  origin,
}) => {
  await enter('call-handler')
  await page.goto('/staff/record')
  await page.locator('[name="channel"][value="in-person"]').check()
  await page.locator('[name="journey"][value="report"]').check()
  await page
    .getByRole('button', { name: /start|record/i })
    .first()
    .click()
  await answerStep(page, { role: 'victim' })
  await expect(page).toHaveURL(/\/staff\/record\/report\/what$/)
  const recording = (await caller.cookies()).filter(({ name }) => name.includes('record'))
  expect(recording).toHaveLength(1)
  await caller.close()

  await letIn(next, await newStaff('triager'), origin)
  await next.addCookies(recording)
  const other = await next.newPage()
  for (const path of ['what', 'check', 'sent']) {
    await other.goto(`/staff/record/report/${path}`)
    await expect(other).toHaveURL(/\/staff\/record$/)
  }
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a call handler records a call with the same journey, reads out what matters, and does not see the case again', async ({
      page,
      enter,
    }) => {
      await enter('call-handler')
      const [, witness] = scenarios
      if (witness === undefined) throw new Error('There is no second scenario.')
      await page.goto('/staff/record')
      await page.locator('[name="channel"][value="phone-101"]').check()
      await page.locator('[name="journey"][value="report"]').check()
      await page
        .getByRole('button', { name: /start|record/i })
        .first()
        .click()
      await expect(page).toHaveURL(/\/staff\/record\/report\//)
      await playToCheck(page, witness.fields, async () => {
        if (javaScriptEnabled) await expectAccessible(page)
      })
      if (javaScriptEnabled) await expectAccessible(page)
      await page.locator('form[action$="/send"] button').click()
      await expect(page).toHaveURL(/\/sent$/)
      const reference = await page
        .getByText(/^HC-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
        .first()
        .innerText()
      if (javaScriptEnabled) await expectAccessible(page)

      await page.goto('/staff')
      const row = page.locator(`[data-row="${reference}"]`)
      await expect(row).toContainText(/101/)
      await page.goto(`/staff/cases/${reference}`)
      await expect(page.getByRole('main')).toContainText(reference)
      await expect(page.locator('form[action$="/note"]')).toHaveCount(0)
    })
  })
}
