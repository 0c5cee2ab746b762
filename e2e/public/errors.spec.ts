import { expect, test } from '@playwright/test'
import { expectAccessible } from '../fixtures/axe'
import { answerStep, fillStep, goOn } from '../fixtures/player'

test('a required question left blank is pointed out, with a link to it, and the title says so', async ({
  page,
  javaScriptEnabled,
}) => {
  await page.goto('/report/role')
  await goOn(page)
  const summary = page.getByRole('alert').first()
  await expect(summary).toBeVisible()
  await summary.getByRole('link').first().click()
  await expect(page.locator('[name="role"]').first()).toBeFocused()
  if (javaScriptEnabled) await expectAccessible(page)
})

test('what was typed and ticked stays on the page when something else is wrong', async ({ page }) => {
  await page.goto('/report/role')
  await answerStep(page, { role: 'victim' })
  await fillStep(page, { account: 'They shouted أهلا at us – and ran.' })
  await goOn(page)
  await expect(page.locator('#problem')).toBeVisible()
  await expect(page.locator('[name="account"]')).toHaveValue('They shouted أهلا at us – and ran.')
  await answerStep(page, { whatHappened: ['abuse'] })

  await fillStep(page, {
    whenKind: 'day',
    'whenDate-day': '31',
    'whenDate-month': '2',
    'whenDate-year': '2026',
    whenWords: 'Late',
  })
  await goOn(page)
  await expect(page.locator('#problem')).toBeVisible()
  await expect(page.locator('[name="whenDate-day"]')).toHaveValue('31')
  await expect(page.locator('[name="whenWords"]')).toHaveValue('Late')
  await expect(page.locator('[name="whenKind"][value="day"]')).toBeChecked()
})

test('a text that is too long is kept whole and says how long it may be', async ({ page }) => {
  const long = 'a'.repeat(10_001)
  await page.goto('/report/role')
  await answerStep(page, { role: 'victim' })
  await fillStep(page, { whatHappened: ['abuse'], account: long })
  await goOn(page)
  await expect(page.getByRole('alert').first()).toContainText(/10,000/)
  await expect(page.locator('[name="account"]')).toHaveValue(long)
})

test('names of every script are taken as they are', async ({ page }) => {
  const names = [
    'Zoë O’Connor-Nguyễn',
    'Siôn ap Rhŷs',
    'فاطمة الزهراء',
    'Владимир',
    '李小龍',
    'अमिता',
    'נועם',
    'Ŋuyɛn 🌈',
    "D'Arcy",
  ]
  await page.goto('/liaison/reason')
  await answerStep(page, { reason: ['advice'] })
  for (const slug of ['words', 'safety']) {
    await expect(page).toHaveURL(new RegExp(`/liaison/${slug}$`))
    await goOn(page)
    await expect(page).not.toHaveURL(new RegExp(`/liaison/${slug}$`))
  }
  await answerStep(page, { postcode: 'AL10 0AA' })
  await answerStep(page, {})
  await answerStep(page, {})
  await answerStep(page, { contactChoice: 'plan' })
  await answerStep(page, { safeWays: ['call'] })
  for (const name of names) {
    await expect(page).toHaveURL(/\/details$/)
    await answerStep(page, { name, phone: '+44 7700 900461' })
    await page.goto('/liaison/details')
    await expect(page.locator('[name="name"]')).toHaveValue(name)
  }
})
