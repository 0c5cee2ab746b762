import type { Page } from '@playwright/test'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { expect } from '@playwright/test'
import { giveCase } from '../factories/calm-case'
import { openCase, test } from '../fixtures/desk'
import { comeBack } from '../fixtures/come-back'
import { answerStep, fillStep } from '../fixtures/player'
import { sendReport } from '../fixtures/send-journey'

/** Presses what sends a page's one form on. */
async function goOn(page: Page): Promise<void> {
  await page.getByRole('main').locator('form button').last().click()
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'

  test(`a message that says there is danger shows 999 first and tops the queue, ${how} JavaScript`, async ({
    page: desk,
    enter,
    browser,
  }) => {
    const { page, reference } = await comeBack(browser, javaScriptEnabled)
    await page.locator('[name="message"]').fill('He is outside my house.')
    await page.locator('[name="danger"][value="yes"]').check()
    await page.locator('form[action$="/message"] button').click()
    await expect(page.getByRole('main').getByRole('link', { name: /999/ }).first()).toBeVisible()
    // There is no form here to go on with.
    await expect(page.getByText('You can still go on with this form')).toHaveCount(0)
    await expectNoSidewaysScroll(page)
    if (javaScriptEnabled) await expectAccessible(page)
    // Of high risk, and sent before it: it would be first.
    const other = await sendReport(desk)
    const me = await enter('supervisor')
    for (const one of [reference, other]) await giveCase(one, me)
    // In a queue that nobody else changes meanwhile.
    await desk.goto('/staff?holder=mine')
    const rows = desk.locator('[data-row]')
    await expect(rows.first()).toHaveAttribute('data-row', reference)
    await expect(rows.first()).toContainText('They write that there is danger')
    await expect(rows.last()).toHaveAttribute('data-row', other)
    await openCase(desk, reference)
    await expect(desk.getByText(/tell the control room now/i).first()).toBeVisible()
    await page.context().close()
  })

  test(`help comes before what is wrong with a message that says there is danger, ${how} JavaScript`, async ({
    browser,
  }) => {
    const { page } = await comeBack(browser, javaScriptEnabled)
    await page.locator('[name="message"]').fill('a'.repeat(4001))
    await page.locator('[name="danger"][value="yes"]').check()
    await page.locator('form[action$="/message"] button').click()
    await expect(page).toHaveURL(/\/follow-up\/status#problem$/)
    await expect(page.locator('#problem a[href="tel:999"]')).toBeInViewport()
    await expect(page.locator('#problem :is(h2, a)').first()).toHaveText(/call 999/)
    await expect(page.locator('#problem a[href="#message"]')).toBeVisible()
    if (javaScriptEnabled) {
      await expect(page.locator('#problem')).toBeFocused()
      await expectAccessible(page)
    }
    await page.context().close()
  })

  test(`somebody changes how they may be reached, says it is not as agreed, and withdraws, ${how} JavaScript`, async ({
    page: desk,
    enter,
    browser,
  }) => {
    const { page, reference } = await comeBack(browser, javaScriptEnabled)
    await page.locator('a[href="/follow-up/contact"]').click()
    await expect(page).toHaveURL(/\/follow-up\/contact\/how$/)
    if (javaScriptEnabled) await expectAccessible(page)
    await goOn(page)
    await expect(page.locator('#problem')).toBeVisible()
    await page.locator('[name="contactChoice"][value="anonymous"]').check()
    await goOn(page)
    await expect(page).toHaveURL(/\/follow-up\/contact\/check$/)
    if (javaScriptEnabled) await expectAccessible(page)
    await goOn(page)
    await expect(page.getByRole('status').filter({ hasText: /from now on/i })).toBeVisible()

    await page.locator('a[href="/follow-up/not-agreed"]').click()
    if (javaScriptEnabled) await expectAccessible(page)
    await goOn(page)
    await expect(page.getByRole('status').filter({ hasText: /supervisor/i })).toBeVisible()

    await page.locator('a[href="/follow-up/withdraw"]').click()
    await expect(page).toHaveURL(/\/follow-up\/withdraw$/)
    if (javaScriptEnabled) await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await goOn(page)
    await expect(page.getByRole('status').filter({ hasText: /withdrawn/i })).toBeVisible()
    await expect(page.locator('a[href="/follow-up/withdraw"]')).toHaveCount(0)
    await page.getByRole('button', { name: 'Go on after all' }).click()
    await expect(page.getByRole('status').filter({ hasText: /we go on/i })).toBeVisible()
    // An address alone says nothing of what nobody did.
    await page.goto('/follow-up/status?done=withdrawn')
    await expect(page.getByRole('status').filter({ hasText: /withdrawn/i })).toHaveCount(0)
    await page.locator('a[href="/follow-up/withdraw"]').click()
    await goOn(page)
    await expect(page.getByRole('status').filter({ hasText: /withdrawn/i })).toBeVisible()

    await enter('supervisor')
    await desk.goto(`/staff?find=${reference}`)
    await expect(desk.locator(`[data-row="${reference}"]`)).toContainText(/nothing more done/i)
    await openCase(desk, reference)
    await expect(desk.getByText(/not what was agreed/i).first()).toBeVisible()
    await expect(desk.getByText(/changed how they may be reached/i).first()).toBeVisible()
    await expect(desk.locator('[data-withdrawn]')).toContainText(/nothing more done/i)
    await expect(desk.locator('#contact-plan')).toContainText(/do not want to be told how it ends/i)
    await page.context().close()
  })

  test(`how somebody may be reached is put right at once, and what is far too long of it stays, ${how} JavaScript`, async ({
    browser,
  }) => {
    const { page } = await comeBack(browser, javaScriptEnabled)
    const mustNotKnowWho = 'b'.repeat(60_000)
    await page.goto('/follow-up/contact/how')
    const plan = { contactChoice: 'plan', safeWays: ['call'], phone: '07700 900461', contactWhen: 'any-time' }
    for (const slug of ['how', 'ways', 'details', 'times']) {
      await expect(page).toHaveURL(new RegExp(`/follow-up/contact/${slug}$`))
      await answerStep(page, plan)
    }
    await fillStep(page, { ifSomeoneElse: 'reason', mustNotKnowWho })
    await goOn(page)
    await expect(page.locator('#problem a[href="#coverStory"]')).toBeVisible()
    await expect(page.locator('#problem a[href="#mustNotKnowWho"]')).toBeVisible()
    await expect(page.locator('[name="mustNotKnowWho"]')).toHaveValue(mustNotKnowWho)
    await expectNoSidewaysScroll(page)
    if (javaScriptEnabled) await expectAccessible(page)
    await page.context().close()
  })

  test(`what was agreed is asked about when the case is closed, and a no goes to supervisors, ${how} JavaScript`, async ({
    page: desk,
    enter,
    browser,
  }) => {
    const { page, reference } = await comeBack(browser, javaScriptEnabled)
    await enter('supervisor')
    await openCase(desk, reference)
    await desk.getByText('Write down what was agreed', { exact: true }).click()
    const agree = desk.locator('form[action$="/agree"]')
    await agree.locator('textarea').fill('Somebody rings my school by Friday.')
    await agree.getByRole('button').click()
    await expect(desk.locator('[data-agreement="holds"]')).toContainText(
      'Somebody rings my school by Friday.',
    )
    await expectAccessible(desk)
    await page.goto('/follow-up/status')
    await expect(page.locator('#agreed')).toContainText('Somebody rings my school by Friday.')
    await expect(page.locator('#agreed button')).toHaveCount(0)

    const close = desk.locator('form[action$="/close"]')
    await desk.locator('summary', { hasText: 'Close' }).first().click()
    await close.locator('[name="disposition"]').selectOption('advice')
    await close.locator('[name="reason"]').fill('Done.')
    await Promise.all([desk.waitForEvent('load'), close.getByRole('button').click()])

    await page.goto('/follow-up/status')
    const buttons = page.locator('#agreed button')
    await expect(buttons).toHaveCount(2)
    expect(await buttons.first().getAttribute('class')).toBe(await buttons.last().getAttribute('class'))
    if (javaScriptEnabled) await expectAccessible(page)
    await buttons.last().click()
    await expect(page.locator('#agreed')).toContainText(/a supervisor has been told/i)
    await desk.goto(`/staff/cases/${reference}`)
    await expect(desk.getByText(/not what was agreed/i).first()).toBeVisible()
    await page.context().close()
  })
}

test('what can be done about a lost code is said to everybody alike', async ({ page }) => {
  await page.goto('/follow-up')
  await page.locator('a[href="/follow-up/lost"]').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/lost your return code/i)
  await expectAccessible(page)
})

test('a supervisor sees how words read before they hold', async ({ page, enter }) => {
  await enter('supervisor')
  await page.goto('/staff/words')
  const form = page.locator('form[action="/staff/words/set"]').first()
  await form.locator('textarea').fill('Somebody reads it today.')
  await form.locator('button[value="preview"]').click()
  await expect(page.locator('#preview')).toContainText('Somebody reads it today.')
  await expectAccessible(page)
})
