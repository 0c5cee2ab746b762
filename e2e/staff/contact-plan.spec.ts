import { expect, type Page } from '@playwright/test'
import { auditOf } from '../factories/staff-accounts'
import { sendReport } from '../fixtures/send-journey'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase, test } from '../fixtures/desk'

const number = '07700 900461'
const textOnly = {
  ...{ contactChoice: 'plan', safeWays: ['text', 'post'], phone: number, returnCode: 'no' },
  ...{ postalAddress: 'Care of the library', contactWhen: 'any-time' },
}

/** Neither the page nor what is behind it holds the number. */
async function expectKeptBack(page: Page, reference: string): Promise<void> {
  const answers = [
    await page.request.get(`/staff/cases/${reference}`),
    await page.request.get(`/staff/cases/${reference}`, { headers: { rsc: '1' } }),
  ]
  // It is the open case that lacks it, and not a page that asks why.
  expect(await answers[0]?.text()).toContain('Kept back: not safe')
  for (const answer of answers) expect(await answer.text()).not.toMatch(/900 ?461/u)
}

const form = (page: Page, act: string) => page.locator(`form[action$="/${act}"]`)

/** Fills the form that records an attempt, and presses its button. */
async function attempt(page: Page, chosen: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(chosen))
    await form(page, 'contact').locator(`select[name="${name}"]`).selectOption(value)
  await Promise.all([page.waitForEvent('load'), form(page, 'contact').getByRole('button').click()])
}

/** Presses the button of the form that puts a plan in the place of the one that holds. */
async function putPlan(page: Page): Promise<void> {
  const button = form(page, 'plan/put').getByRole('button')
  await Promise.all([page.waitForEvent('load'), button.click()])
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a number that is not safe to call is kept back, and shown once with a reason', async ({
      page,
      enter,
    }) => {
      test.setTimeout(180_000)
      const reference = await sendReport(page, textOnly)
      const supervisor = await enter('supervisor')
      await openCase(page, reference)
      await expect(page.locator('[data-not-safe]')).toHaveText('Not safe to call or e-mail.')
      await expect(page.getByText('Kept back: not safe', { exact: true })).toBeVisible()
      await expectKeptBack(page, reference)
      if (javaScriptEnabled) await expectAccessible(page)

      await page.getByText('You need the telephone number all the same').click()
      await page.getByLabel('A life may be at risk', { exact: true }).check()
      await page.getByLabel('What makes it necessary').fill('He is at the door, they wrote.')
      await Promise.all([page.waitForEvent('load'), form(page, 'number').getByRole('button').click()])
      await expect(page.getByText(number).first()).toBeVisible()
      await expect(page.getByText('The telephone number is shown on this page this once.')).toBeVisible()
      await expect(page.getByText('He is at the door, they wrote.')).toBeVisible()
      await expect(page.getByText('Why: a life may be at risk.')).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      expect(await auditOf(supervisor)).toContain('number-shown')

      await openCase(page, reference)
      await expect(page.getByText(number)).toHaveCount(0)
      await expectKeptBack(page, reference)
    })

    test('an attempt says how and what is next; a way that is not safe needs a reason', async ({
      page,
      enter,
    }) => {
      test.setTimeout(180_000)
      const reference = await sendReport(page, textOnly)
      await enter('supervisor')
      await openCase(page, reference)
      await form(page, 'contact')
        .getByLabel(/^Anything else to know/u)
        .fill('Somebody else picked up.')
      await attempt(page, { way: 'call', result: 'wrong-person', next: 'another-way' })
      await expect(page.getByText('By their plan that way is not safe, or not at this hour.')).toBeVisible()
      await expect(form(page, 'contact').locator('[name="way"]')).toHaveValue('call')
      await expect(form(page, 'contact').locator('[name="words"]')).toHaveValue('Somebody else picked up.')
      await attempt(page, { reason: 'by-mistake' })
      await expect(page.getByText('Recorded. What is due next is on the case.')).toBeVisible()
      await expect(page.getByText('How: by phone.')).toBeVisible()
      await expect(
        page.getByText('By their plan: not safe. Why all the same: it was a mistake.'),
      ).toBeVisible()
      await expect(page.getByText('Somebody else picked up.')).toBeVisible()
      await attempt(page, { way: 'text', result: 'left-message', next: 'wait-for-them' })
      await expect(page.getByText('Next: wait for them to get in touch.')).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
    })

    test('somebody who rings has their plan changed, and their own page says so', async ({ page, enter }) => {
      test.setTimeout(180_000)
      const reference = await sendReport(page, { ...textOnly, returnCode: 'yes' })
      const code = await page
        .getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/)
        .first()
        .innerText()
      const supervisor = await enter('supervisor')
      await openCase(page, reference)
      await page.getByRole('link', { name: 'They say it has changed' }).click()
      await expect(page).toHaveURL(`/staff/cases/${reference}/plan`)
      await expect(page).toHaveTitle('How they may be reached from now on – Desk')
      await expect(page.locator('[data-not-safe]')).toHaveText('Not safe to call or e-mail.')
      await expect(page.locator('[name="phone"]')).toHaveValue('')
      await page.setViewportSize({ width: 320, height: 640 })
      await expectNoSidewaysScroll(page)
      if (javaScriptEnabled) await expectAccessible(page)

      await page.locator('[name="contactChoice"][value="plan"]').check()
      await page.locator('[name="safeWays"][value="email"]').check()
      await page.locator('[name="coverStory"]').fill('The library')
      await putPlan(page)
      await expect(page.getByRole('alert').filter({ hasText: 'Say how you know' })).toBeVisible()
      await expect(page.locator('[name="safeWays"][value="email"]')).toBeChecked()
      await expect(page.locator('[name="coverStory"]')).toHaveValue('The library')
      if (javaScriptEnabled) await expectAccessible(page)

      await page.locator('[name="email"]').fill('sam@example.test')
      await page.getByLabel('They rang us and answered what only they know', { exact: true }).check()
      await putPlan(page)
      await expect(page).toHaveURL(`/staff/cases/${reference}?done=plan`)
      await expect(page.locator('[data-not-safe]')).toHaveText('Not safe to call, text or write by post.')
      await expect(page.getByText('Widened: allowed now and not before: e-mail.')).toBeVisible()
      expect(await auditOf(supervisor)).toContain('plan-changed')

      await page.goto('/follow-up')
      await page.locator('[name="code"]').fill(code)
      await page.getByRole('main').getByRole('button').first().click()
      await expect(page.getByText('Staff changed how you may be reached', { exact: false })).toBeVisible()
      await expect(page.getByText('If that was not you, write to us here.', { exact: false })).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
    })
  })
}

test('what is not safe is there with forced colours, on a narrow screen and on paper', async ({
  page,
  enter,
}) => {
  test.setTimeout(180_000)
  const reference = await sendReport(page, textOnly)
  await enter('supervisor')
  await page.emulateMedia({ forcedColors: 'active' })
  await page.setViewportSize({ width: 320, height: 640 })
  await openCase(page, reference)
  const line = page.locator('[data-not-safe]')
  await expect(line).toBeVisible()
  await expect(line.locator('svg')).toBeVisible()
  await expect(line).toHaveCSS('border-top-style', 'solid')
  await expectNoSidewaysScroll(page)
  await page.emulateMedia({ media: 'print', forcedColors: 'none' })
  await expect(line).toBeVisible()
  await expect(page.getByText('You need the telephone number all the same')).toBeHidden()
})
