import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import { endDuty, giveBook } from '../factories/offered-case'
import { newStaff } from '../factories/staff-accounts'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase, test } from '../fixtures/desk'
import { ownCase } from '../fixtures/send-journey'

const form = (page: Page, act: string) => page.locator(`form[action$="/${act}"]`)

/** Unfolds a form of the case where it is folded. */
async function reach(page: Page, act: string): Promise<Locator> {
  const found = form(page, act).first()
  await found.waitFor({ state: 'attached' })
  const folded = page.locator('details').filter({ has: found })
  if ((await folded.count()) > 0 && (await folded.getAttribute('open')) === null)
    await folded.locator('summary').click()
  return found
}

const press = (page: Page, button: Locator) => Promise.all([page.waitForEvent('load'), button.click()])

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a case of high risk is closed by two people, and opened again with a reason', async ({
      page,
      enter,
      enterAs,
    }) => {
      test.setTimeout(240_000)
      const reference = await ownCase(page)
      const officer = await enter('liaison-officer')
      await giveBook(officer, [reference])
      await openCase(page, reference)
      const risk = await reach(page, 'risk')
      await risk.locator('[value="high"]').check()
      await risk.getByLabel('Look at it again by').fill('2020-01-01')
      await risk.locator('textarea').fill('They fear for tonight.')
      await press(page, risk.getByRole('button'))
      await expect(page.getByRole('alert').first()).toBeVisible()
      await expect(risk.locator('textarea')).toHaveValue('They fear for tonight.')
      await expect(risk.getByLabel('Look at it again by')).toHaveValue('2020-01-01')
      await risk.getByLabel('Look at it again by').fill('')
      await press(page, risk.getByRole('button'))
      await expect(page.getByText(/^To be looked at again by /)).toBeVisible()

      const close = await reach(page, 'close')
      await close.locator('select').selectOption('advice')
      await close.locator('textarea').evaluate((area) => {
        area.removeAttribute('required')
      })
      await press(page, close.getByRole('button', { name: 'Ask for approval' }))
      await expect(page.getByRole('alert').first()).toBeVisible()
      await expect(close.locator('select')).toHaveValue('advice')
      await close.locator('textarea').fill('They have what they wanted.')
      await press(page, close.getByRole('button', { name: 'Ask for approval' }))
      await expect(page.getByText('You asked for this. A supervisor who did not ask decides.')).toBeVisible()
      await expect(form(page, 'close')).toHaveCount(0)
      if (javaScriptEnabled) await expectAccessible(page)

      const supervisor = await newStaff('supervisor')
      await enterAs(supervisor)
      await page.goto('/staff/attention')
      await expect(page).toHaveTitle(/^For supervisors – Desk$/)
      await expect(page.locator(`[data-row="${reference}"]`)).toContainText(`${officer.name} asks`)
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)
      await openCase(page, reference)
      const decide = page.locator('section').filter({ hasText: 'Closing is asked for' })
      await decide.getByLabel('Why do you decide so?').fill('I have read it.')
      await press(page, decide.getByRole('button', { name: 'Approve, and close it' }))
      await expect(page.getByRole('status').filter({ hasText: 'Approved, and closed.' })).toBeVisible()

      const again = await reach(page, 'status')
      await again.getByLabel('Why is it opened again?').fill('They wrote once more.')
      await press(page, again.getByRole('button'))
      await expect(page.getByText('They wrote once more.')).toBeVisible()
      await endDuty(officer)
    })

    test('whoever works on a case says which crime is recorded, and corrects it', async ({ page, enter }) => {
      const reference = await ownCase(page)
      await enter('supervisor')
      await openCase(page, reference)
      const record = await reach(page, 'crime')
      await record.getByLabel('Group of offences').selectOption('public-order')
      await record.getByLabel('Yes, at least partly').check()
      await press(page, record.getByRole('button', { name: 'Save what is recorded' }))
      await expect(page.getByText('Public order. At least partly online.')).toBeVisible()
      const correct = await reach(page, 'crime')
      await expect(correct.getByLabel('Group of offences')).toHaveValue('public-order')
      await correct.getByLabel('Group of offences').selectOption('none')
      await correct.getByLabel('No', { exact: true }).check()
      await press(page, correct.getByRole('button', { name: 'Save what is recorded' }))
      await expect(page.getByRole('region', { name: 'Recorded as a crime' })).toContainText('No crime.')
    })

    test('a supervisor marks possible tension, finds it by district, and takes the mark away', async ({
      page,
      enter,
    }) => {
      const reference = await ownCase(page)
      await enter('supervisor')
      await openCase(page, reference)
      const mark = await reach(page, 'tension')
      await mark.getByLabel('Why?').fill('Posters near the mosque.')
      await press(page, mark.getByRole('button', { name: 'Mark it' }))
      await expect(page.getByText('Posters near the mosque.')).toBeVisible()
      await page.goto('/staff/attention')
      await expect(page.locator(`[data-row="${reference}"]`)).toContainText('marked today')
      await page.goto(`/staff/cases/${reference}`)
      const lift = await reach(page, 'tension')
      await lift.getByLabel('Why?').fill('They were taken down.')
      await press(page, lift.getByRole('button', { name: 'Take the mark away' }))
      await page.goto('/staff/attention')
      await expect(page.locator(`[data-row="${reference}"]`)).toHaveCount(0)
    })

    test('what waits for supervisors is nobody else’s to see', async ({ page, enter }) => {
      await enter('liaison-officer')
      await page.goto('/staff/attention')
      await expect(page).toHaveTitle('Not found – Desk')
    })
  })
}
