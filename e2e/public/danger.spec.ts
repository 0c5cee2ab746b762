import { expect, test } from '@playwright/test'
import type { Page } from '@playwright/test'
import type { FieldValues } from '@/lib/journey/view'
import { awake } from '../fixtures/awake'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { answerStep, fillStep, goOn } from '../fixtures/player'

const wrongDate: FieldValues = { 'whenDate-day': '31', 'whenDate-month': '2', 'whenDate-year': '2026' }

/** Somebody who is asked when it happened, in either language. */
async function comeToWhen(page: Page, language: '' | '/cy' = ''): Promise<void> {
  await page.goto(`${language}/report/role`)
  await answerStep(page, { role: 'victim' })
  await answerStep(page, { whatHappened: ['abuse'] })
}

const call = (page: Page) => page.locator('#problem a[href="tel:999"]')

for (const [language, danger] of [
  ['', 'If you are in danger now, call 999'],
  ['/cy', 'Os ydych chi mewn perygl nawr, ffoniwch 999'],
] as const)
  test(`whoever says that it is still going on reads 999 first, though the date beside it is wrong, at ${language}/report`, async ({
    page,
    javaScriptEnabled,
  }) => {
    await comeToWhen(page, language)
    await fillStep(page, { whenKind: 'now', ...wrongDate, whenWords: 'Since noon' })
    await goOn(page)
    await expect(page).toHaveURL(new RegExp(`${language}/report/when#problem$`, 'u'))
    await expect(page.getByRole('heading', { name: danger })).toBeInViewport()
    await expect(call(page)).toBeInViewport()
    await expect(page.locator('#problem :is(h2, a)').first()).toHaveText(danger)
    await expect(page.locator('#problem a[href="#whenDate-day"]')).toBeVisible()
    await expect(page.locator('[name="whenKind"][value="now"]')).toBeChecked()
    await expect(page.locator('[name="whenDate-day"]')).toHaveValue('31')
    await expect(page.locator('[name="whenWords"]')).toHaveValue('Since noon')
    if (javaScriptEnabled) {
      await expect(page.locator('#problem')).toBeFocused()
      await page.keyboard.press('Tab')
      await expect(call(page)).toBeFocused()
      await expectAccessible(page)
    }
    await page.setViewportSize({ width: 320, height: 640 })
    await expectNoSidewaysScroll(page)

    await answerStep(page, { 'whenDate-day': '', 'whenDate-month': '', 'whenDate-year': '' })
    await expect(page).toHaveURL(new RegExp(`${language}/report/where$`, 'u'))
    await expect(page.getByRole('heading', { name: danger })).toBeVisible()
  })

test('a date that is wrong calls for nothing by itself', async ({ page, javaScriptEnabled }) => {
  await comeToWhen(page)
  if (javaScriptEnabled) await awake(page)
  await fillStep(page, wrongDate)
  await goOn(page)
  await expect(page.locator('#problem a[href="#whenDate-day"]')).toBeVisible()
  await expect(call(page)).toHaveCount(0)
  // With JavaScript nothing was sent for it.
  expect(new URL(page.url()).hash).toBe(javaScriptEnabled ? '' : '#problem')
})

test('support after something sexual is offered beside words that are far too long, which all stay', async ({
  page,
}) => {
  const account = `${'An hour of writing. '.repeat(4_000)}The end.`
  await page.goto('/report/role')
  await answerStep(page, { role: 'victim' })
  await fillStep(page, { whatHappened: ['sexual'], account })
  await goOn(page)
  await expect(page.locator('#problem')).toContainText('Support after something sexual')
  await expect(page.locator('#problem')).toContainText('10,000')
  await expect(page.locator('[name="account"]')).toHaveValue(account)
  await expect(page.locator('[name="whatHappened"][value="sexual"]')).toBeChecked()
})

test('who ticks that they may harm themselves, and “none of these”, is shown who listens', async ({
  page,
}) => {
  await page.goto('/liaison/reason')
  await answerStep(page, { reason: ['advice'] })
  await answerStep(page, {})
  await fillStep(page, { harm: ['self-harm', 'none'] })
  await goOn(page)
  await expect(page.locator('#problem a[href="tel:116123"]')).toBeInViewport()
  await expect(page.locator('[name="harm"][value="self-harm"]')).toBeChecked()
  await expect(page.locator('[name="harm"][value="none"]')).toBeChecked()
})

test('what was said when the answers before it were lost is answered where they are asked again', async ({
  page,
  context,
}) => {
  await comeToWhen(page)
  await fillStep(page, { whenKind: 'now', ...wrongDate })
  await context.clearCookies()
  await goOn(page)
  await expect(page).toHaveURL(/\/report\/role\?lost=yes$/u)
  await expect(page.getByRole('main').locator('a[href="tel:999"]').first()).toBeInViewport()
})
