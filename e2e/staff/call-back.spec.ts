import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { endDuty, giveBook } from '../factories/offered-case'
import { asOwner } from '../factories/staff-accounts'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { test } from '../fixtures/desk'
import { answerRecording } from '../fixtures/send-journey'

const fields = {
  ...{ role: 'victim', whatHappened: ['abuse'], placeKind: 'online' },
  ...{ contactChoice: 'plan', safeWays: ['call'], othersSee: 'no', phone: '07700 900461', returnCode: 'no' },
  ...{ contactWhen: 'only-at', contactHours: ['10-12', '14-16'] },
}

const press = (page: Page, name: string) =>
  Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).click()])

/** Records a call, and gives the reference. */
async function record(page: Page): Promise<string> {
  await page.goto('/staff/record')
  await page.locator('[name="channel"][value="phone-101"]').check()
  await page.locator('[name="journey"][value="report"]').check()
  await page.getByRole('button', { name: 'Start' }).click()
  await page.waitForURL(/\/record\/report\/role$/u)
  await answerRecording(page, 'report', fields)
  await page.locator('form[action$="/send"] button').click()
  return page
    .getByText(/^HC-[0-9A-Z]{4}-[0-9A-Z]{4}$/u)
    .first()
    .innerText()
}

/** The hours at which the times that are offered begin. */
async function hoursOf(page: Page): Promise<readonly string[]> {
  await page.locator('#call-back-at').waitFor()
  const options = await page.locator('#call-back-at option:not([value=""])').allInnerTexts()
  return [...new Set(options.map((text) => text.slice(0, 2)))].sort()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('somebody who rings 101 is offered times that are safe for them; the time is in the queue, turns late and is moved', async ({
      page,
      enter,
    }) => {
      test.setTimeout(180_000)
      await enter('call-handler')
      const reference = await record(page)
      await page.getByRole('link', { name: 'Offer a time to ring them back' }).click()
      await expect(page).toHaveTitle(/^Ringing somebody back – Desk$/u)
      expect(await hoursOf(page)).toEqual(['10', '11', '14', '15'])
      if (javaScriptEnabled) await expectAccessible(page)
      await page.locator('#call-back-at').selectOption({ index: 5 })

      // A time between, as from a page that was open while they said otherwise.
      await page.locator('#call-back-at option:checked').evaluate((option: HTMLOptionElement) => {
        const wrong = new Date(option.value)
        wrong.setUTCHours(wrong.getUTCHours() + (wrong.getUTCHours() < 12 ? 7 : 3))
        option.value = wrong.toISOString()
      })
      await press(page, 'Keep this time')
      await expect(page.getByRole('alert').first()).toContainText('not safe for them')
      await page.locator('#call-back-at').selectOption({ index: 5 })
      await press(page, 'Keep this time')
      await expect(page.getByRole('main').getByRole('status')).toContainText('The time is kept')
      const agreed = page.locator('[data-call-back]')
      await expect(agreed).toContainText('“We plan to ring you on')
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.goto('/staff')
      await expect(page.locator(`[data-row="${reference}"]`)).toContainText('Ring them back')

      const officer = await enter('liaison-officer')
      await giveBook(officer, [reference])
      await asOwner((database) =>
        database.query(
          `UPDATE case_call_back SET starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour'
            WHERE case_id = (SELECT id FROM "case" WHERE reference = $1)`,
          [reference],
        ),
      )
      await page.goto('/staff?holder=mine')
      await expect(page.locator(`[data-row="${reference}"]`)).toContainText('Late: they were to be rung back')
      await page.goto(`/staff/cases/${reference}`)
      await page.getByRole('link', { name: 'See or change it' }).click()
      expect(await hoursOf(page)).toEqual(['10', '11', '14', '15'])
      await page.locator('#call-back-at').selectOption({ index: 4 })
      await page.getByLabel('Why another time?').selectOption('too-late')
      await press(page, 'Keep this time instead')
      await expect(page.getByText('Another time was agreed. Why: nobody rang in time.')).toBeVisible()
      await press(page, 'They could not be reached')
      await expect(page.getByRole('main').getByRole('status')).toContainText('could not be reached')
      await expect(page.locator('[data-call-back]')).toHaveCount(0)
      if (javaScriptEnabled) await expectAccessible(page)
      await page.goto('/staff?holder=mine')
      await expect(page.locator(`[data-row="${reference}"]`)).not.toContainText('rung back')

      await page.goto(`/staff/cases/${reference}/call-back`)
      await page.locator('#call-back-at').selectOption({ index: 5 })
      await press(page, 'Keep this time')
      // As where their plan has changed since: an hour that is none of theirs.
      await asOwner((database) =>
        database.query(
          `UPDATE case_call_back SET starts_at = date_trunc('day', now()) + interval '27 hours',
                  ends_at = date_trunc('day', now()) + interval '27 hours 30 minutes'
            WHERE ended_at IS NULL AND case_id = (SELECT id FROM "case" WHERE reference = $1)`,
          [reference],
        ),
      )
      await page.goto(`/staff/cases/${reference}`)
      const card = page.getByRole('region', { name: 'Ringing them back' })
      await expect(card).toContainText('Do not ring at this time')
      await page.locator('summary', { hasText: 'Close' }).first().click()
      await expect(page.getByText('Closing ends it, and nobody rings').first()).toBeVisible()
      await card.getByRole('link').click()
      await expect(agreed).toContainText('Do not ring at this time')
      await expect(agreed).not.toContainText('We plan to ring you')
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.getByLabel('Is nobody to ring them? Why?').selectOption('not-safe')
      await press(page, 'Call it off')
      await expect(page.getByRole('main').getByRole('status')).toContainText('It is called off')
      await expect(page.getByText('It was called off. Why: it is not safe to ring them.')).toBeVisible()
      await expect(agreed).toHaveCount(0)
      await endDuty(officer)
    })
  })
}
