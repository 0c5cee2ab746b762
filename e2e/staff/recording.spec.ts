import { expect, type Page } from '@playwright/test'
import { scenarios } from '../factories/scenarios'
import { letIn, newStaff } from '../factories/staff-accounts'
import { expectAccessible } from '../fixtures/axe'
import { test } from '../fixtures/desk'
import { answerStep, fillStep, goOn, playToCheck } from '../fixtures/player'

/** Goes where a report is recorded, says how it comes, and begins. */
async function startReport(page: Page, channel: 'in-person' | 'phone-101'): Promise<void> {
  await page.goto('/staff/record')
  await page.locator(`[name="channel"][value="${channel}"]`).check()
  await page.locator('[name="journey"][value="report"]').check()
  await page
    .getByRole('button', { name: /start|record/i })
    .first()
    .click()
  await expect(page).toHaveURL(/\/staff\/record\/report\/role$/)
}

test('what one person records is nothing to the next person at the same desk', async ({
  page,
  context: caller,
  enter,
  elsewhere: next,
  origin,
}) => {
  await enter('call-handler')
  await startReport(page, 'in-person')
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

    test('a call handler is told of an emergency though the date they wrote beside it is wrong', async ({
      page,
      enter,
    }) => {
      await enter('call-handler')
      await startReport(page, 'phone-101')
      await answerStep(page, { role: 'victim' })
      await answerStep(page, { whatHappened: ['abuse'] })
      await fillStep(page, {
        whenKind: 'now',
        'whenDate-day': '31',
        'whenDate-month': '2',
        'whenDate-year': '2026',
      })
      await goOn(page)
      await expect(page.locator('#problem')).toContainText('Stop and deal with this as an emergency now.')
      await expect(page.locator('#problem h2').first()).toBeInViewport()
      await expect(page.locator('#problem a[href="#whenDate-day"]')).toBeVisible()
      await expect(page.locator('[name="whenKind"][value="now"]')).toBeChecked()
      if (javaScriptEnabled) {
        await expect(page.locator('#problem')).toBeFocused()
        await expectAccessible(page)
      }
    })

    test('a call handler who changes an answer at the end is told before sending of the emergency it tells of', async ({
      page,
      enter,
    }) => {
      const emergency = page.getByRole('heading', { name: 'Stop and deal with this as an emergency now.' })
      await enter('call-handler')
      await startReport(page, 'phone-101')
      await playToCheck(page, scenarios[1]?.fields ?? {})
      await expect(emergency).toHaveCount(0)
      await page.locator('a[href$="/record/report/when"]').first().click()
      await expect(page).toHaveURL(/\/record\/report\/when$/)
      await answerStep(page, { whenKind: 'now' })
      await expect(page).toHaveURL(/\/record\/report\/check$/)
      await expect(emergency).toBeInViewport()
      if (javaScriptEnabled) await expectAccessible(page)
    })

    test('what a call handler wrote stays whole where it is far too long, whatever else they ticked', async ({
      page,
      enter,
    }) => {
      const account = `${'What they told me. '.repeat(4_000)}The end.`
      await enter('call-handler')
      await startReport(page, 'phone-101')
      await answerStep(page, { role: 'victim' })
      await fillStep(page, { whatHappened: ['sexual'], account })
      await goOn(page)
      await expect(page.locator('#problem a[href="#account"]')).toContainText('10,000')
      await expect(page.locator('[name="account"]')).toHaveValue(account)
      await expect(page.locator('[name="whatHappened"][value="sexual"]')).toBeChecked()
    })

    test('a call handler records a call with the same journey, reads out what matters, and does not see the case again', async ({
      page,
      enter,
    }) => {
      await enter('call-handler')
      const [, witness] = scenarios
      if (witness === undefined) throw new Error('There is no second scenario.')
      await startReport(page, 'phone-101')
      const mayBeLeft = page.getByText('You do not have to answer th')
      await playToCheck(page, witness.fields, async (slug) => {
        if (slug === 'what' || slug === 'where') await expect(mayBeLeft).toHaveCount(0)
        if (slug === 'why') await expect(mayBeLeft).toBeVisible()
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
